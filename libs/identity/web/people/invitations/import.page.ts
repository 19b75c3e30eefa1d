import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { importInvitations, type ImportLine, type LineFate } from '@luotsi/identity/model';
import type { Answer, JobProgress } from '@luotsi/platform/model';
import {
  ApiClient,
  BackLink,
  Field,
  FieldControl,
  Format,
  PageHeader,
  ProblemNotice,
  StatusWord,
  useTexts,
  type ProblemError,
  type StatusKind,
} from '@luotsi/platform/web';
import { JobView } from '../../job/job-view';
import { RoleWords } from '../role-words';
import { peopleTexts } from '../texts';

type Imported = Answer<typeof importInvitations>;

/** What the API takes of a file at most: its text in base64 within a request of a megabyte. */
const LARGEST = 700_000;

const good: readonly LineFate[] = ['invited', 'roles-added', 'joined'];
const harmless: readonly LineFate[] = ['nothing-new', 'already-invited'];

/** Inviting those on the lines of a file: first what becomes of each line, then the letters. */
@Component({
  selector: 'lu-import-page',
  imports: [
    BackLink,
    Field,
    FieldControl,
    JobView,
    MatButton,
    PageHeader,
    ProblemNotice,
    RouterLink,
    StatusWord,
  ],
  templateUrl: './import.page.html',
  styleUrl: './import.page.scss',
})
export class ImportPage {
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  protected readonly t = useTexts(peopleTexts);
  protected readonly words = inject(RoleWords);

  private readonly file = signal<{ readonly name: string; readonly content: string } | null>(null);
  protected readonly dry = signal<Imported | null>(null);
  protected readonly done = signal<Imported | null>(null);
  protected readonly finished = signal<JobProgress | null>(null);
  protected readonly busy = signal(false);
  protected readonly fault = signal('');
  protected readonly problem = signal<ProblemError | null>(null);

  protected readonly lines = computed(() => (this.done() ?? this.dry())?.lines ?? []);
  protected readonly counts = computed(() => {
    const well = this.lines().filter(({ fate }) => good.includes(fate)).length;
    return { good: well, bad: this.lines().length - well };
  });
  protected readonly unknown = computed(() =>
    this.format.list((this.done() ?? this.dry())?.unknownColumns ?? []),
  );

  /** What the work in the background came to, in words. */
  protected readonly outcome = computed(() => {
    const counts = Object.entries((this.finished()?.result ?? {}) as Record<LineFate, number>);
    return counts.map(([fate, count]) =>
      this.t('import.outcome', {
        what: this.t(`fate.${fate as LineFate}`, { line: 0 }),
        number: count,
      }),
    );
  });

  protected kind(fate: LineFate): StatusKind {
    if (good.includes(fate)) return 'good';
    return harmless.includes(fate) ? 'quiet' : 'bad';
  }

  protected fate({ fate, with: other }: ImportLine): string {
    return this.t(`fate.${fate}`, { line: other ?? 0 });
  }

  protected async choose(files: FileList | null): Promise<void> {
    this.dry.set(null);
    this.done.set(null);
    this.finished.set(null);
    this.problem.set(null);
    this.fault.set('');
    const [file] = files ?? [];
    if (!file) return this.file.set(null);
    if (file.size > LARGEST) return this.fault.set(this.t('import.tooLarge'));
    this.file.set({ name: file.name, content: base64(await file.arrayBuffer()) });
    await this.check();
  }

  protected async check(): Promise<void> {
    if (!this.file()) return this.fault.set(this.fault() || this.t('import.choose'));
    const answer = await this.send(true);
    if (answer) this.dry.set(answer);
  }

  protected async run(): Promise<void> {
    const answer = await this.send(false);
    if (answer) this.done.set(answer);
  }

  private async send(dryRun: boolean): Promise<Imported | null> {
    const file = this.file();
    if (!file || this.busy()) return null;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const body = { ...file, dryRun };
      return await this.client.send(importInvitations, { body });
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}

/** Bytes as base64, in parts that a call takes. */
function base64(bytes: ArrayBuffer): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.byteLength; start += 8_192) {
    const length = Math.min(8_192, bytes.byteLength - start);
    parts.push(String.fromCharCode(...new Uint8Array(bytes, start, length)));
  }
  return btoa(parts.join(''));
}
