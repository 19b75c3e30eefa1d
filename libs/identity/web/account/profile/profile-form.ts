import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Affiliation, changeMe, type Profile } from '@luotsi/identity/model';
import { languages, type Language as LanguageCode } from '@luotsi/platform/model';
import {
  ApiClient,
  Field,
  FieldControl,
  Format,
  Language,
  Notices,
  ProblemNotice,
  StatusWord,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../../current-person';
import { Places } from '../../places/places';
import { commonLanguages, languageNames } from './language-names';
import { profileTexts } from './texts';

interface Fields extends Affiliation {
  readonly name: string;
  readonly language: LanguageCode;
  readonly languages: string[];
}

const fieldProblems = {
  region: 'region-unknown',
  organisation: 'organisation-unknown',
  sector: 'sector-unknown',
  practitionerType: 'practitioner-type-unknown',
} as const;

/** What one tells of oneself. Only what has changed is sent; nothing is overwritten unseen. */
@Component({
  selector: 'lu-profile-form',
  imports: [Field, FieldControl, MatButton, ProblemNotice, StatusWord],
  templateUrl: './profile-form.html',
  styleUrl: './profile-form.scss',
})
export class ProfileForm {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly injector = inject(Injector);
  private readonly spoken = inject(Language);
  private readonly format = inject(Format);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly current = inject(CurrentPerson);
  protected readonly t = useTexts(profileTexts);
  protected readonly places = inject(Places);
  readonly saved = output();

  /** The profile that the form began with; a newer one comes only with a save or a conflict. */
  protected readonly base = signal(this.read());
  private readonly version = signal(this.current.person()?.profile.version ?? '');
  protected readonly fields = linkedSignal<Fields>(() => this.base());
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly conflict = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);

  protected readonly confirmed = computed(() => this.current.person()?.profile.confirmed);
  protected readonly nameFaults = computed(() =>
    this.tried() && this.fields().name.trim() === '' ? [this.t('nameMissing')] : [],
  );
  protected readonly organisationFaults = computed(() =>
    this.tried() && this.fields().organisationNamed?.trim() === ''
      ? [this.t('organisationNameMissing')]
      : [],
  );
  protected readonly serviceLanguages = computed(() => this.named(languages));
  /** Those that guidance is given in most often, and whatever else the person has. */
  protected readonly workingLanguages = computed(() =>
    this.format.sorted(
      this.named([...new Set([...commonLanguages, ...this.fields().languages])]),
      ({ name }) => name,
    ),
  );
  protected readonly organisations = computed(() =>
    this.places.organisationChoices(this.fields().region),
  );

  protected set(change: Partial<Fields>): void {
    this.fields.update((fields) => ({ ...fields, ...change }));
  }

  /** One of the list, `unlisted` for one that has to be named, or nothing. */
  protected chooseOrganisation(choice: string): void {
    const named = choice === 'unlisted';
    this.set({
      organisation: named ? null : choice || null,
      organisationNamed: named ? (this.base().organisationNamed ?? '') : null,
    });
  }

  protected tick(code: string, on: boolean): void {
    const rest = this.fields().languages.filter((one) => one !== code);
    this.set({ languages: on ? [...rest, code] : rest });
  }

  /** What a coordinator has to say to it: nothing where nothing is told. */
  protected standing(what: 'region' | 'organisation'): 'confirmed' | 'awaiting' | 'asksAgain' | '' {
    const said = (fields: Fields) =>
      what === 'region' ? fields.region : (fields.organisation ?? fields.organisationNamed);
    const [now, before] = [said(this.fields()), said(this.base())];
    if (!now) return '';
    if (now !== before) return this.confirmed()?.[what] ? 'asksAgain' : '';
    return this.confirmed()?.[what] ? 'confirmed' : 'awaiting';
  }

  protected faults(what: keyof typeof fieldProblems): string[] {
    const problem = this.problem();
    return problem?.is(fieldProblems[what]) ? [problem.details.title] : [];
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.nameFaults().length + this.organisationFaults().length > 0) return this.showFault();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.conflict.set(false);
    try {
      const body = { ...this.changes(), version: this.version() };
      const me = await this.client.send(changeMe, { body });
      if (me.language !== this.base().language) await this.spoken.choose(me.language);
      await this.current.welcome(me);
      this.begin(me.profile.version);
      this.notices.tell(this.t('saved'));
      this.saved.emit();
    } catch (thrown) {
      this.refused(thrown as ProblemError);
    } finally {
      this.busy.set(false);
    }
  }

  private begin(version: string): void {
    this.version.set(version);
    this.base.set(this.read());
  }

  private changes(): Partial<Fields> {
    const [now, before] = [this.fields(), this.base()];
    const names = Object.keys(now) as (keyof Fields)[];
    return Object.fromEntries(
      names
        .filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]))
        .map((name) => [name, now[name]]),
    );
  }

  private refused(problem: ProblemError): void {
    const current = problem.details['current'] as Profile | undefined;
    if (problem.is('changed-meanwhile') && current) {
      this.conflict.set(true);
      this.version.set(current.version);
    } else this.problem.set(problem);
    this.showFault();
  }

  private read(): Fields {
    const person = this.current.person();
    const profile = person?.profile;
    return {
      name: person?.name ?? '',
      language: person?.language ?? 'fi',
      languages: profile?.languages ?? [],
      region: profile?.region ?? null,
      organisation: profile?.organisation ?? null,
      organisationNamed: profile?.organisationNamed ?? null,
      sector: profile?.sector ?? null,
      practitionerType: profile?.practitionerType ?? null,
    };
  }

  private named<Code extends string>(codes: readonly Code[]): { code: Code; name: string }[] {
    const names = languageNames(codes, this.spoken.current());
    return codes.map((code, place) => ({ code, name: names[place] ?? code }));
  }

  /** The first field that is at fault takes the focus. */
  private showFault(): void {
    const first = () => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid=true]');
    afterNextRender(() => first()?.focus(), { injector: this.injector });
  }
}
