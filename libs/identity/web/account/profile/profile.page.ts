import { Component, computed, inject } from '@angular/core';
import { listOwnAffiliations } from '@luotsi/identity/model';
import {
  ApiClient,
  BackLink,
  Format,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../../current-person';
import { RoleWords } from '../../people/role-words';
import { Places } from '../../places/places';
import { ProfileForm } from './profile-form';
import { profileTexts } from './texts';

/** One’s own profile: what is confirmed, what awaits a coordinator’s word, and what was before. */
@Component({
  selector: 'lu-profile-page',
  imports: [BackLink, PageHeader, ProblemNotice, ProfileForm, Skeleton],
  template: `
    <lu-page-header [heading]="t('title')" [answer]="answer()">
      <lu-back-link to="/account">{{ t('back') }}</lu-back-link>
    </lu-page-header>

    @if (places.problem(); as problem) {
      <lu-problem [of]="problem" [canRetry]="true" (retry)="places.load()" />
    } @else if (current.person() && places.ready()) {
      <lu-profile-form (saved)="history.reload()" />
      <section>
        <h2>{{ t('roles') }}</h2>
        <ul class="bare-list">
          @for (held of held(); track $index) {
            <li>{{ words.both(held) }}</li>
          } @empty {
            <li class="quiet">{{ t('noRoles') }}</li>
          }
        </ul>
      </section>
      <section>
        <h2>{{ t('history') }}</h2>
        <p class="quiet small">{{ t('historyText') }}</p>
        <ul class="bare-list hairlines">
          @for (one of history.value()?.items ?? []; track one.id) {
            <li>
              <span class="quiet small">{{ when(one.validFrom, one.validTo) }}</span>
              <span>{{ said(one) || t('nothing') }}</span>
              @if (one.region && one.confirmed.region) {
                <span class="small">{{ t('confirmed') }}</span>
              }
            </li>
          } @empty {
            <li class="quiet">{{ t('nothing') }}</li>
          }
        </ul>
        <lu-problem [of]="history.problem()" [canRetry]="true" (retry)="history.reload()" />
      </section>
    } @else {
      <lu-skeleton [lines]="8" />
    }
  `,
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
      margin-block-start: 32px;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
      align-items: baseline;
      padding-block: 8px;
    }
  `,
})
export class ProfilePage {
  private readonly format = inject(Format);
  protected readonly t = useTexts(profileTexts);
  protected readonly words = inject(RoleWords);
  protected readonly places = inject(Places);
  protected readonly current = inject(CurrentPerson);
  protected readonly history = inject(ApiClient).resource(listOwnAffiliations, () => ({}));
  protected readonly held = computed(() => {
    const person = this.current.person();
    return person ? [...person.roles, ...person.dormantRoles] : [];
  });
  protected readonly answer = computed(() => {
    const profile = this.current.person()?.profile;
    if (!profile || !this.places.ready()) return null;
    if (profile.region === null) return this.t('answerNone');
    const region = this.places.name('regions', profile.region);
    return this.t(profile.confirmed.region ? 'answerConfirmed' : 'answerAwaiting', { region });
  });

  protected when(from: string, to: string | null): string {
    const since = { from: this.format.date(from) };
    return to === null
      ? this.t('since', since)
      : this.t('span', { ...since, to: this.format.date(to) });
  }

  protected said(one: {
    readonly region: string | null;
    readonly organisation: string | null;
    readonly organisationNamed: string | null;
    readonly sector: string | null;
    readonly practitionerType: string | null;
  }): string {
    return [
      this.places.name('regions', one.region),
      one.organisationNamed ?? this.places.name('organisations', one.organisation),
      this.places.name('sectors', one.sector),
      this.places.name('practitionerTypes', one.practitionerType),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }
}
