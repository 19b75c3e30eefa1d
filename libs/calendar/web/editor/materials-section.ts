import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  addMaterialFile,
  addMaterialLink,
  fileKinds,
  kindOfName,
  LARGEST_FILE,
  removeMaterial,
  type Material,
  type OrganisedSession,
} from '@luotsi/calendar/model';
import {
  ApiClient,
  asProblem,
  Confirm,
  Field,
  FieldControl,
  Format,
  Icon,
  Language,
  LocalisedText,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { MaterialName } from './material-name';
import { editorTexts } from './texts';

const MEGABYTE = 1024 * 1024;

/**
 * What those who have a seat are given: links and files. Added and taken away at once, apart from the
 * form: a file is too large to be kept on this device until it is sent.
 */
@Component({
  selector: 'lu-materials-section',
  imports: [Field, FieldControl, Icon, LocalisedText, MatButton, MaterialName, ProblemNotice],
  templateUrl: './materials-section.html',
  styleUrl: './section.scss',
})
export class MaterialsSection {
  private readonly api = inject(ApiClient);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly language = inject(Language);
  protected readonly format = inject(Format);
  protected readonly t = useTexts(editorTexts);
  readonly session = input.required<OrganisedSession>();
  readonly changed = output();

  protected readonly accepted = fileKinds.map((kind) => `.${kind}`).join(',');
  protected readonly kinds = fileKinds.join(', ');
  protected readonly title = signal('');
  protected readonly url = signal('');
  protected readonly isTried = signal(false);
  /** Which of them is being called something else. */
  protected readonly renamed = signal('');
  protected readonly isBusy = signal(false);
  protected readonly fileFault = signal('');
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly titleFaults = computed(() =>
    this.isTried() && this.title().trim() === '' ? [this.t('materials.titleMissing')] : [],
  );
  protected readonly urlFaults = computed(() =>
    this.isTried() && !/^https?:\/\/\S+$/.test(this.url().trim()) ? [this.t('fault.link')] : [],
  );

  protected async addLink(): Promise<void> {
    this.isTried.set(true);
    if (this.titleFaults().length + this.urlFaults().length > 0) return;
    const title = { fi: '', sv: '', en: '', [this.language.current()]: this.title().trim() };
    const params = { id: this.session().id };
    const isDone = await this.send(() =>
      this.api.send(addMaterialLink, { params, body: { title, url: this.url().trim() } }),
    );
    if (!isDone) return;
    this.title.set('');
    this.url.set('');
    this.isTried.set(false);
  }

  protected async addFile(files: FileList | null): Promise<void> {
    const [file] = files ?? [];
    if (!file) return;
    const isLarge = file.size > LARGEST_FILE;
    const isKnown = kindOfName(file.name) !== null;
    this.fileFault.set(
      isLarge ? this.t('materials.large') : isKnown ? '' : this.t('materials.kind'),
    );
    if (isLarge || !isKnown) return;
    const params = { id: this.session().id };
    await this.send(() =>
      this.api.send(addMaterialFile, { params, query: { name: file.name }, file }),
    );
  }

  protected async remove(material: Material): Promise<void> {
    const isSure = await this.confirm.ask({
      heading: this.t('materials.removeHeading', { name: this.format.text(material.title) }),
      text: this.t('materials.removeText'),
      action: this.t('materials.remove'),
    });
    if (!isSure) return;
    const params = { id: this.session().id, material: material.id };
    await this.send(() => this.api.send(removeMaterial, { params }));
  }

  protected named(): void {
    this.renamed.set('');
    this.notices.tell(this.t('materials.done'));
    this.changed.emit();
  }

  protected addressOf({ id }: Material): string {
    return `/api/organised-sessions/${this.session().id}/materials/${id}`;
  }

  /** "PDF, 1,2 Mt" */
  protected sizeOf({ file }: Material): string {
    if (!file) return '';
    const kind = kindOfName(file.name)?.toUpperCase() ?? '';
    const megabytes = Math.max(0.1, file.size / MEGABYTE);
    return `${kind}, ${this.t('materials.size', { size: this.format.number(megabytes, 1) })}`;
  }

  private async send(work: () => Promise<unknown>): Promise<boolean> {
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await work();
      this.notices.tell(this.t('materials.done'));
      this.changed.emit();
      return true;
    } catch (thrown) {
      this.problem.set(asProblem(thrown, this.language.current()));
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }
}
