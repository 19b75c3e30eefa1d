import { inject, Injectable } from '@angular/core';
import type {
  DeskItem,
  DeskTask,
  DeskTaskKind,
  listOrganisedSessions,
} from '@luotsi/calendar/model';
import type { Answer } from '@luotsi/platform/model';
import { Format, useTexts } from '@luotsi/platform/web';
import { deskTexts } from './texts';

const DAY = 86_400_000;

/** What each task leads to, within the pages of its session. */
const ways = {
  applications: ['participants'],
  offers: ['participants'],
  place: [],
  link: [],
  postponed: [],
  outline: ['outline'],
  draft: [],
  attendance: ['attendance'],
  feedback: ['feedback'],
} as const satisfies Record<DeskTaskKind, readonly string[]>;

/** An outline that its writer asks to have published. */
type Asked = Answer<typeof listOrganisedSessions>['outlines'][number];

/** How a desk's sessions and tasks are put into words. */
@Injectable({ providedIn: 'root' })
export class DeskWords {
  private readonly t = useTexts(deskTexts);
  private readonly format = inject(Format);

  /** "Vastaa 3 ilmoittautumiseen" */
  task({ kind, count }: DeskTask): string {
    return this.t(`task.${kind}`, { count });
  }

  /** "Vanhin on odottanut 5 päivää" */
  since(task: DeskTask, starts: string | null): string {
    const { kind, since, due } = task;
    const day = this.format.day(
      kind === 'place' || kind === 'link' ? (starts ?? due ?? since) : since,
    );
    const moment = this.format.moment(due ?? since);
    return this.t(`since.${kind}`, { time: this.lasting(since), day, moment });
  }

  /** Whether it should have been done already; an offer waits for someone else. */
  isLate({ kind, due }: DeskTask): boolean {
    return kind !== 'offers' && due !== null && Date.parse(due) < Date.now();
  }

  /** The page where a task of a session is done. */
  wayTo(session: string, { kind, count }: DeskTask): string[] {
    const isSeries = kind === 'draft' && count > 1;
    return ['/organise/sessions', session, ...(isSeries ? ['series'] : ways[kind])];
  }

  /** What the page is opened with, so that it shows those concerned. */
  narrowing({ kind }: DeskTask): Record<string, string> {
    if (kind === 'applications') return { status: 'applied' };
    return kind === 'offers' ? { status: 'offered' } : {};
  }

  /** How long something has lasted: "5 päivää". */
  lasting(since: string): string {
    const days = Math.floor((Date.now() - Date.parse(since)) / DAY);
    return days < 1 ? this.t('time.today') : this.t('time.days', { count: days });
  }

  /** "to 11.3.2027 klo 9.00", "Tulossa maaliskuussa 2027", "Ajankohta avoin". */
  when({ starts, planned, timeZone }: DeskItem): string {
    if (starts) return this.format.moment(starts, timeZone);
    if (!planned) return this.t('noDate');
    const { year, month } = planned;
    const when = month
      ? this.format.month(`${String(year)}-${String(month).padStart(2, '0')}-15`)
      : String(year);
    return this.t('planned', { when });
  }

  /** "Aino Esimerkki pyysi, odottanut 3 päivää" */
  asked({ author: name, asked }: Asked): string {
    const time = this.lasting(asked);
    return name
      ? this.t('publishOutline.asked', { name, time })
      : this.t('publishOutline.askedBySome', { time });
  }

  /** "Rovaniemi", "verkossa", "paikka avoin". */
  where({ form, place }: DeskItem): string {
    if (form === 'online') return this.t('where.online');
    const named = place ? this.format.text(place) : '';
    if (named === '') return this.t('where.none');
    return form === 'hybrid' ? this.t('where.hybrid', { place: named }) : named;
  }

  /** "18 osallistui, paikka oli 20:llä", "Läsnäoloa ei ole merkitty, paikka oli 20:llä". */
  came({ came, confirmed }: DeskItem): string {
    return came === null
      ? this.t('came.unknown', { count: confirmed })
      : this.t('came.known', { count: came, confirmed: this.format.number(confirmed) });
  }

  /** What else the numbers say: who waits, for how long, who is offered a seat. */
  numbers(item: DeskItem): string[] {
    const { applied, offered, waitlisted, waitingSince } = item;
    return [
      ...(applied > 0 ? [this.t('applied', { count: applied })] : []),
      ...(offered > 0 ? [this.t('offered', { count: offered })] : []),
      ...(waitlisted > 0 && waitingSince
        ? [this.t('line', { count: waitlisted, time: this.lasting(waitingSince) })]
        : []),
    ];
  }

  /** "Puuttuu: paikka, nimi ruotsiksi ja 3 muuta", or nothing. */
  missing({ missing }: DeskItem): string {
    if (missing.length === 0) return '';
    const named = missing.map((field) => this.lack(field));
    const shown = named.length > MOST_NAMED ? named.slice(0, MOST_NAMED - 1) : named;
    const rest = named.length - shown.length;
    const all = rest > 0 ? [...shown, this.t('andMore', { count: rest })] : shown;
    return this.t('missing', { list: this.format.list(all) });
  }

  private lack(field: string): string {
    const [name = '', language] = field.split('.');
    const what = isLack(name) ? this.t(`lacks.${name}`) : name;
    return language === 'fi' || language === 'sv' || language === 'en'
      ? this.t('lacks.inLanguage', { what, language: this.t(`lacks.${language}`) })
      : what;
  }
}

/** How many missing things are named before the rest is a number. */
const MOST_NAMED = 5;

const lacks = [
  'title',
  'summary',
  'place',
  'link',
  'languages',
  'theme',
  'competences',
  'accessibility',
  'contact',
  'regionalSeatsUntil',
] as const;
const isLack = (name: string): name is (typeof lacks)[number] =>
  (lacks as readonly string[]).includes(name);
