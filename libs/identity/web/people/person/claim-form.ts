import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { judgeAffiliation, type Person, type PersonInList } from '@luotsi/identity/model';
import {
  ApiClient,
  Field,
  FieldControl,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { Places } from '../../places/places';
import { peopleTexts } from '../texts';
import { PlaceOrganisation } from './place-organisation';

/** What a person says of where they work, to be confirmed by a coordinator or rejected with a reason. */
@Component({
  selector: 'lu-claim-form',
  imports: [Field, FieldControl, MatButton, PlaceOrganisation, ProblemNotice],
  template: `
    @if (claims().length > 0) {
      <div class="stack">
        @for (claim of claims(); track $index) {
          <p>{{ claim }}</p>
        }
        @if (!person().mayConfirm) {
          <p class="quiet small">{{ t('claim.by') }}</p>
        } @else if (rejecting()) {
          <lu-field [label]="t('claim.reason')" [hint]="t('claim.reasonHint')">
            <textarea #reason luControl rows="2" maxlength="500"></textarea>
          </lu-field>
          <div class="row">
            <button
              matButton="outlined"
              type="button"
              [disabled]="busy()"
              (click)="judge('rejected', reason.value)"
            >
              {{ t('claim.rejectAction') }}
            </button>
            <button matButton type="button" (click)="rejecting.set(false)">
              {{ t('claim.cancel') }}
            </button>
          </div>
        } @else {
          @if (named() !== null) {
            <lu-place-organisation [person]="person()" (placed)="judged.emit($event)" />
          }
          <div class="row">
            @if (confirmable().length > 0) {
              <button
                matButton="outlined"
                type="button"
                [disabled]="busy()"
                [attr.aria-label]="t('claim.confirm') + ': ' + person().name"
                (click)="judge('confirmed')"
              >
                {{ t(named() === null ? 'claim.confirm' : 'claim.confirmRegion') }}
              </button>
            }
            <button
              matButton
              type="button"
              [attr.aria-label]="t('claim.reject') + ': ' + person().name"
              (click)="rejecting.set(true)"
            >
              {{ t('claim.reject') }}
            </button>
          </div>
        }
        <lu-problem [of]="problem()" />
      </div>
    }
  `,
  styles: `
    .stack {
      --lu-gap: 8px;

      padding: 12px 16px;
      border-inline-start: 4px solid var(--lu-lantern);
      background: var(--lu-lantern-soft);
    }
  `,
})
export class ClaimForm {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly places = inject(Places);
  protected readonly t = useTexts(peopleTexts);
  readonly person = input.required<PersonInList>();
  readonly judged = output<Person>();

  protected readonly rejecting = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);

  /** What an organisation is called that has no place on the list yet. */
  protected readonly named = computed(() => this.person().organisationNamed);
  /** What one word confirms. */
  protected readonly confirmable = computed(() => {
    const person = this.person();
    return (['region', 'organisation'] as const).filter(
      (what) => person[what] !== null && !person.confirmed[what],
    );
  });
  protected readonly claims = computed(() => {
    const name = this.named();
    return [
      ...this.confirmable().map((what) =>
        this.t(`claim.${what}`, { name: this.places.name(`${what}s`, this.person()[what]) }),
      ),
      ...(name === null ? [] : [this.t('claim.named', { name })]),
    ];
  });

  protected async judge(verdict: 'confirmed' | 'rejected', reason = ''): Promise<void> {
    const { id, affiliation } = this.person();
    if (!affiliation || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const named = verdict === 'rejected' && this.named() !== null ? ['organisation'] : [];
      const judged = [...this.confirmable(), ...named];
      const verdicts = Object.fromEntries(judged.map((what) => [what, verdict]));
      const after = await this.client.send(judgeAffiliation, {
        params: { id },
        body: { affiliation, ...verdicts, ...(reason.trim() ? { reason } : {}) },
      });
      this.rejecting.set(false);
      this.notices.tell(this.t(`claim.${verdict}`));
      this.judged.emit(after);
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.busy.set(false);
    }
  }
}
