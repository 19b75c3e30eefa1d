import type { LetterContent } from '@luotsi/platform/api';
import type { Language, Localised } from '@luotsi/platform/model';

const words = {
  subject: {
    fi: 'Kutsu Luotsiin',
    sv: 'Inbjudan till Lotsen',
    en: 'Invitation to Luotsi',
  },
  invited: {
    fi: '{name} kutsuu sinut Luotsiin, ohjauksen verkoston koulutus- ja valmennuspalveluun.',
    sv: '{name} bjuder in dig till Lotsen, vägledningsnätverkets tjänst för utbildning och coachning.',
    en: '{name} invites you to Luotsi, the training and coaching service of the guidance network.',
  },
  roles: {
    fi: 'Kun hyväksyt kutsun, saat nämä roolit:',
    sv: 'När du godtar inbjudan får du de här rollerna:',
    en: 'When you accept, you get these roles:',
  },
  accept: { fi: 'Hyväksy kutsu', sv: 'Godta inbjudan', en: 'Accept the invitation' },
  holds: {
    fi: 'Kutsu on voimassa {until} asti, ja linkin voi käyttää kerran. Jos et tunne kutsujaa, voit jättää kirjeen huomiotta.',
    sv: 'Inbjudan gäller till {until}, och länken kan användas en gång. Om du inte känner avsändaren kan du lämna brevet utan åtgärd.',
    en: 'The invitation holds until {until}, and the link works once. If you do not know the sender, you can ignore this letter.',
  },
} as const satisfies Record<string, Localised>;

/** The letter that carries an invitation’s link. */
export function invitationLetter(
  language: Language,
  facts: {
    readonly invitedBy: string;
    /** In words of the language. */
    readonly roles: readonly string[];
    readonly until: string;
    readonly url: string;
  },
): LetterContent {
  return {
    subject: words.subject[language],
    blocks: [
      { type: 'text', text: words.invited[language].replace('{name}', () => facts.invitedBy) },
      { type: 'text', text: words.roles[language] },
      { type: 'list', items: facts.roles },
      { type: 'action', label: words.accept[language], url: facts.url },
      { type: 'text', text: words.holds[language].replace('{until}', facts.until) },
    ],
  };
}
