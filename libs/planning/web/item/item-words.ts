import { inject, Injectable } from '@angular/core';
import { languages, type Localised } from '@luotsi/platform/model';
import { Format, Language, useTexts } from '@luotsi/platform/web';
import type { ItemSession, PlanItem, PlanNames } from '@luotsi/planning/model';
import { planningTexts } from '../texts';
import type { When } from './by-time';

/** What the details of a planned training read as, in the current language. */
@Injectable({ providedIn: 'root' })
export class ItemWords {
  private readonly t = useTexts(planningTexts);
  private readonly format = inject(Format);
  private readonly language = inject(Language);

  /** `maaliskuu`, `huhti–kesäkuu` */
  when({ month, quarter }: When): string {
    if (quarter !== null) return this.t(`item.quarter${quarter as 1 | 2 | 3 | 4}`);
    return month === null ? '' : this.month(month);
  }

  /** `maaliskuu` */
  month(month: number): string {
    const locale = this.language.locale();
    const options = { month: 'long', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(locale, options).format(Date.UTC(2024, month - 1, 1));
  }

  /** `Verkossa · Lappi ja Kainuu`, `Lähiopetus · Koko maa` */
  where(item: Pick<PlanItem, 'form' | 'regions'>, names: Pick<PlanNames, 'regions'>): string {
    return `${this.t(`item.${item.form}`)} · ${this.regions(item.regions, names)}`;
  }

  regions(codes: readonly string[], names: Pick<PlanNames, 'regions'>): string {
    if (codes.length === 0) return this.t('item.country');
    const named = codes.map((code) => this.name(names.regions, code));
    return this.format.list(this.format.sorted(named, (name) => name));
  }

  competences(codes: readonly string[], names: Pick<PlanNames, 'competences'>): string {
    return codes.map((code) => this.name(names.competences, code)).join(', ');
  }

  name(names: Readonly<Record<string, Localised>>, key: string): string {
    const name = names[key];
    return name ? this.format.text(name) : key;
  }

  /** The languages that a text is missing in: `ruotsi, englanti`; '' when it is in all. */
  missing(texts: Localised): string {
    const names = new Intl.DisplayNames([this.language.locale()], { type: 'language' });
    const missing = languages.filter((language) => texts[language] === '');
    return missing.map((language) => names.of(language) ?? language).join(', ');
  }

  /** A session that came of it: `ti 9.3.2027 kalenterissa` */
  session(session: ItemSession): string {
    const day = session.start ? this.format.day(session.start) : '';
    if (session.status === 'draft') return this.t('item.draftSession', { day });
    if (session.status === 'cancelled') return this.t('item.cancelled', { day });
    return this.t('item.session', { day });
  }
}
