import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { changeRolesOf, type Person } from '@luotsi/identity/model';
import {
  ApiClient,
  Field,
  FieldControl,
  Notices,
  ProblemNotice,
  StatusWord,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../../current-person';
import { RoleWords } from '../role-words';
import { peopleTexts } from '../texts';
import { RolePicker } from './role-picker';
import { isChanged, rowsOf, wantedOf, type RoleRow } from './role-rows';
import { ScopeChoices } from './scope-choices';

/** A person's roles: those that one may manage can be ended, taken away and added to. */
@Component({
  selector: 'lu-role-editor',
  imports: [Field, FieldControl, MatButton, ProblemNotice, RolePicker, StatusWord],
  templateUrl: './role-editor.html',
  styleUrl: './role-editor.scss',
})
export class RoleEditor {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly current = inject(CurrentPerson);
  protected readonly t = useTexts(peopleTexts);
  protected readonly words = inject(RoleWords);
  protected readonly choices = inject(ScopeChoices);
  readonly person = input.required<Person>();
  readonly changed = output<Person>();

  protected readonly rows = linkedSignal<RoleRow[]>(() => rowsOf(this.person().roles, new Date()));
  private keys = 1_000;
  protected readonly busy = signal(false);
  protected readonly conflict = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly dirty = computed(() => this.rows().some(isChanged));
  protected readonly mayAdd = computed(
    () => this.current.may('roles.give') && this.choices.roles().length > 0,
  );

  protected mine({ role, scope }: RoleRow): boolean {
    return role !== '' && this.choices.may(role, scope);
  }

  protected set(key: number, change: Partial<RoleRow>): void {
    this.rows.update((rows) => rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  }

  protected add(): void {
    const row = { role: '', scope: '', from: '', to: '', held: null, taken: false } as const;
    this.rows.update((rows) => [...rows, { ...row, key: (this.keys += 1) }]);
  }

  protected remove(key: number): void {
    this.rows.update((rows) => rows.filter((row) => row.key !== key));
  }

  protected discard(): void {
    this.rows.set(rowsOf(this.person().roles, new Date()));
    this.problem.set(null);
  }

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.conflict.set(false);
    try {
      const { id, version } = this.person();
      const body = { version, roles: wantedOf(this.rows()) };
      const after = await this.client.send(changeRolesOf, {
        params: { id },
        body,
      });
      this.notices.tell(this.t('roles.saved'));
      this.changed.emit(after);
      // Whoever changes their own roles may do other things from now on.
      if (id === this.current.person()?.id) await this.current.load();
    } catch (thrown) {
      this.refused(thrown as ProblemError);
    } finally {
      this.busy.set(false);
    }
  }

  private refused(problem: ProblemError): void {
    const current = problem.details['current'];
    if (!problem.is('changed-meanwhile') || !current) return this.problem.set(problem);
    this.conflict.set(true);
    this.changed.emit(current as Person);
  }
}
