import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  listRoles,
  mayPass,
  type Permission,
  permissions,
  type RoleHolding,
  roles,
  type Scope,
} from '@luotsi/identity/model';
import {
  ApiClient,
  BackLink,
  EmptyState,
  Format,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { scopeValue } from '../person/role-rows';
import { RoleWords } from '../role-words';
import { peopleTexts } from '../texts';
import { permissionTexts } from './permission-texts';

/** Who holds what in one place. */
interface PlaceRow {
  readonly place: string;
  readonly counsellors: number;
  readonly held: readonly { role: string; holders: readonly RoleHolding[] }[];
}

/** Who may do what where: the rights of each role, and its holders in each place. For print, too. */
@Component({
  selector: 'lu-roles-page',
  imports: [BackLink, EmptyState, MatButton, PageHeader, ProblemNotice, RouterLink, Skeleton],
  templateUrl: './roles.page.html',
  styleUrl: './roles.page.scss',
})
export class RolesPage {
  private readonly document = inject(DOCUMENT);
  private readonly format = inject(Format);
  protected readonly t = useTexts(peopleTexts);
  protected readonly words = inject(RoleWords);
  protected readonly table = inject(ApiClient).resource(listRoles, () => ({}));

  protected readonly columns = [null, ...roles] as const;
  protected readonly columnNames = computed(() =>
    this.columns.map((role) => (role === null ? this.t('table.visitor') : this.words.role(role))),
  );
  /** The table of permissions itself: what is shown here is what the API goes by. */
  protected readonly rights = computed(() =>
    (Object.keys(permissions) as Permission[]).map((permission) => ({
      permission,
      name: this.t(permissionTexts[permission]),
      may: this.columns.map((role) =>
        mayPass(permission, role && [{ role, scope: { type: 'country', id: null } }]),
      ),
    })),
  );

  protected readonly places = computed<readonly PlaceRow[]>(() => {
    const { items, counsellors } = this.table.value() ?? { items: [], counsellors: [] };
    const scopes = new Map<string, Scope>(
      [...items, ...counsellors].map(({ scope }) => [scopeValue(scope), scope]),
    );
    const rows = [...scopes].map(([value, scope]) => ({
      type: scope.type,
      place: this.words.scope(scope),
      counsellors: counsellors.find((one) => scopeValue(one.scope) === value)?.count ?? 0,
      held: roles.flatMap((role) => {
        const holders = items.filter((one) => one.role === role && scopeValue(one.scope) === value);
        return holders.length > 0 ? [{ role: this.words.role(role), holders }] : [];
      }),
    }));
    return (['country', 'region', 'group'] as const).flatMap((type) =>
      this.format.sorted(
        rows.filter((row) => row.type === type),
        ({ place }) => place,
      ),
    );
  });

  protected print(): void {
    this.document.defaultView?.print();
  }
}
