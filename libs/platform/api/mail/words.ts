import type { Localised } from '@luotsi/platform/model';

/** What stands around every letter. */
export const letterWords = {
  service: { fi: 'Luotsi', sv: 'Lotsen', en: 'Luotsi' },
  about: {
    fi: 'Ohjaajien koulutuskalenteri ja valmennusohjelma',
    sv: 'Vägledarnas utbildningskalender och coachningsprogram',
    en: 'Training calendar and coaching programme for guidance practitioners',
  },
  address: {
    fi: 'Jos painike ei toimi, avaa tämä osoite:',
    sv: 'Om knappen inte fungerar, öppna den här adressen:',
    en: 'If the button does not work, open this address:',
  },
  noReply: {
    fi: 'Tähän viestiin ei voi vastata.',
    sv: 'Det går inte att svara på det här meddelandet.',
    en: 'Replies to this message are not read.',
  },
  unsubscribe: {
    fi: 'Lopeta tällaiset viestit',
    sv: 'Sluta få sådana här meddelanden',
    en: 'Stop messages of this kind',
  },
} satisfies Record<string, Localised>;
