import { computed, inject, Injectable, signal } from '@angular/core';
import {
  changeOutline,
  createOutline,
  emptyOutline,
  outlineChanges,
  type OutlineContent,
  type OutlineSlot,
} from '@luotsi/calendar/model';
import type { Language as LanguageCode, Localised } from '@luotsi/platform/model';
import { ApiClient, Language, type ProblemError } from '@luotsi/platform/web';
import { faultsOf } from './outline-faults';

/** A draft as the API keeps it, also in the answer to a change that came too late. */
export interface KeptDraft {
  readonly id: string;
  readonly version: number;
  readonly content: OutlineContent;
}

type TextPart = 'title' | 'summary' | 'description' | 'targetGroup';
type ListPart = 'outcomes' | 'slots' | 'materials';
type Line<Part extends ListPart> = OutlineContent[Part][number];

/** The outline that is being written: what stands in the form, and what was saved of it. */
@Injectable()
export class OutlineDraftStore {
  private readonly client = inject(ApiClient);
  private readonly saved = signal<KeptDraft | undefined>(undefined);
  private readonly base = signal<OutlineContent>(emptyOutline);
  readonly content = signal<OutlineContent>(emptyOutline);
  /** The language that texts are written in now. */
  readonly language = signal<LanguageCode>(inject(Language).current());
  readonly dirty = computed(() => outlineChanges(this.base(), this.content()).length > 0);
  readonly faults = computed(() => faultsOf(this.content()));
  /** What someone else has saved meanwhile. */
  readonly theirs = signal<KeptDraft | undefined>(undefined);
  readonly problem = signal<ProblemError | undefined>(undefined);
  readonly saving = signal(false);

  /** Begins with a draft as it is kept. */
  open(kept: KeptDraft): void {
    this.saved.set(kept);
    this.base.set(kept.content);
    this.content.set(kept.content);
  }

  set(change: Partial<OutlineContent>): void {
    this.content.update((content) => ({ ...content, ...change }));
  }

  write(part: TextPart, text: string): void {
    this.set({ [part]: this.inLanguage(this.content()[part], text) });
  }

  /** A text with what is written now, in the language of the form. */
  inLanguage(texts: Localised, text: string): Localised {
    return { ...texts, [this.language()]: text };
  }

  change<Part extends ListPart>(part: Part, id: string, change: Partial<Line<Part>>): void {
    const lines = this.content()[part] as readonly Line<Part>[];
    this.set({ [part]: lines.map((line) => (line.id === id ? { ...line, ...change } : line)) });
  }

  /** Adds a line and answers its id. */
  add<Part extends ListPart>(part: Part, line: Omit<Line<Part>, 'id'>): string {
    const id = newLineId();
    this.set({ [part]: [...this.content()[part], { ...line, id }] });
    return id;
  }

  /** Removes a line. @returns what brings it back to its place */
  remove(part: ListPart, id: string): () => void {
    const before = this.content()[part];
    this.set({ [part]: before.filter((line) => line.id !== id) });
    return () => {
      const place = before.findIndex((line) => line.id === id);
      const now: Line<ListPart>[] = [...this.content()[part]];
      now.splice(place, 0, ...before.slice(place, place + 1));
      this.set({ [part]: now });
    };
  }

  /** A slot after the last of a day, of the same length; at nine on a new day. */
  addSlot(day: number): string {
    const last = this.content()
      .slots.filter((slot) => slot.day === day)
      .sort((one, other) => one.end.localeCompare(other.end))
      .at(-1);
    const start = last?.end ?? '09:00';
    const hour = Math.min(23, Number(start.slice(0, 2)) + 1);
    const end = `${String(hour).padStart(2, '0')}:${start.slice(3)}`;
    const slot: Omit<OutlineSlot, 'id'> = {
      ...{ day, start, end: end > start ? end : '23:59' },
      ...{ title: { fi: '', sv: '', en: '' }, text: { fi: '', sv: '', en: '' } },
    };
    return this.add('slots', slot);
  }

  /** Puts what someone else has saved in the place of one's own. */
  useTheirs(): void {
    const theirs = this.theirs();
    if (theirs) this.open(theirs);
    this.theirs.set(undefined);
  }

  /**
   * Saves the draft, over the version that was opened unless told otherwise.
   * @returns its id; undefined when it was refused, and why stands in `problem` or `theirs`
   */
  async save(version?: number): Promise<string | undefined> {
    if (this.saving()) return undefined;
    this.saving.set(true);
    this.problem.set(undefined);
    const [saved, content] = [this.saved(), this.content()];
    try {
      const kept = saved
        ? await this.client.send(changeOutline, {
            params: { id: saved.id },
            body: { version: version ?? saved.version, content },
          })
        : await this.client.send(createOutline, { body: content });
      this.theirs.set(undefined);
      this.open(kept);
      return kept.id;
    } catch (thrown) {
      const problem = thrown as ProblemError;
      const current = problem.details['current'];
      if (problem.is('changed-meanwhile') && current) this.theirs.set(current as KeptDraft);
      else this.problem.set(problem);
      return undefined;
    } finally {
      this.saving.set(false);
    }
  }
}

/** A random UUID (RFC 9562 §5.4), also where the page is not served over https. */
function newLineId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
