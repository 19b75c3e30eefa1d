import { roleNames, type RoleInScope } from '@luotsi/identity/model';
import type { LetterContent } from '@luotsi/platform/api';
import { inLanguage, type Language, type Localised } from '@luotsi/platform/model';
import type { KnownPlaces } from '../places';

const words = {
  country: { fi: 'koko maa', sv: 'hela landet', en: 'the whole country' },
  rolesSubject: {
    fi: 'Roolisi Luotsissa ovat muuttuneet',
    sv: 'Dina roller i Lotsen har ändrats',
    en: 'Your roles in Luotsi have changed',
  },
  rolesNow: {
    fi: 'Sinulla on nyt nämä roolit:',
    sv: 'Du har nu de här rollerna:',
    en: 'You now hold these roles:',
  },
  noRoles: {
    fi: 'Sinulla ei ole nyt yhtään roolia. Jos se on väärin, kerro siitä koordinaattorillesi.',
    sv: 'Du har just nu inga roller. Om det är fel, kontakta din koordinator.',
    en: 'You hold no role at the moment. If that is wrong, tell your coordinator.',
  },
  confirmedSubject: {
    fi: 'Tietosi Luotsissa on vahvistettu',
    sv: 'Dina uppgifter i Lotsen har bekräftats',
    en: 'Your details in Luotsi have been confirmed',
  },
  confirmed: {
    fi: 'Koordinaattori on vahvistanut nämä tietosi:',
    sv: 'En koordinator har bekräftat de här uppgifterna om dig:',
    en: 'A coordinator has confirmed these details of yours:',
  },
  rejectedSubject: {
    fi: 'Tarkista tietosi Luotsissa',
    sv: 'Kontrollera dina uppgifter i Lotsen',
    en: 'Check your details in Luotsi',
  },
  rejected: {
    fi: 'Koordinaattori ei voinut vahvistaa näitä tietoja, ja ne on poistettu profiilistasi. Muu profiilissasi on ennallaan.',
    sv: 'En koordinator kunde inte bekräfta de här uppgifterna, och de har tagits bort från din profil. Resten av profilen är oförändrad.',
    en: 'A coordinator could not confirm these details, and they have been taken out of your profile. The rest of it is as it was.',
  },
  reason: { fi: 'Perustelu', sv: 'Motivering', en: 'Reason' },
  region: { fi: 'Maakunta', sv: 'Landskap', en: 'Region' },
  organisation: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  openProfile: { fi: 'Avaa profiilisi', sv: 'Öppna din profil', en: 'Open your profile' },
} as const satisfies Record<string, Localised>;

/** A role and where it is held, in words: `Valmentaja, Lappi`. */
export function roleInWords(
  { role, scope }: RoleInScope,
  { regions, groups }: Pick<KnownPlaces, 'regions' | 'groups'>,
  language: Language,
): string {
  const id = scope.id ?? '';
  const place =
    scope.type === 'country'
      ? words.country
      : scope.type === 'region'
        ? regions.get(id)
        : groups.get(id)?.name;
  const name = inLanguage(roleNames[role], language).text;
  return place ? `${name}, ${inLanguage(place, language).text}` : name;
}

/** Tells someone that others have changed their roles: the ones held now, in words. */
export function rolesChangedLetter(
  language: Language,
  { held, profileUrl }: { readonly held: readonly string[]; readonly profileUrl: string },
): LetterContent {
  const t = (text: Localised) => text[language];
  return {
    subject: t(words.rolesSubject),
    blocks: [
      ...(held.length > 0
        ? ([
            { type: 'text', text: t(words.rolesNow) },
            { type: 'list', items: held },
          ] as const)
        : ([{ type: 'text', text: t(words.noRoles) }] as const)),
      { type: 'action', label: t(words.openProfile), url: profileUrl },
    ],
  };
}

/** What a coordinator has said of where someone works. */
export interface Judged {
  readonly region: Localised | null;
  readonly organisation: Localised | null;
}

/** Tells someone what a coordinator has confirmed of their profile, or could not. */
export function judgedLetter(
  language: Language,
  facts: {
    readonly verdict: 'confirmed' | 'rejected';
    readonly judged: Judged;
    readonly reason: string | undefined;
    readonly profileUrl: string;
  },
): LetterContent {
  const t = (text: Localised) => inLanguage(text, language).text;
  const { verdict, judged, reason, profileUrl } = facts;
  const rows = (['region', 'organisation'] as const).flatMap((what) => {
    const name = judged[what];
    return name ? [[t(words[what]), t(name)] as const] : [];
  });
  return {
    subject: t(words[`${verdict}Subject`]),
    blocks: [
      { type: 'text', text: t(words[verdict]) },
      { type: 'facts', rows: reason ? [...rows, [t(words.reason), reason] as const] : rows },
      { type: 'action', label: t(words.openProfile), url: profileUrl },
    ],
  };
}
