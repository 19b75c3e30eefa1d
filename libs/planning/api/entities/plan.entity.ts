import type { Localised } from '@luotsi/platform/model';
import type { PlanState } from '@luotsi/planning/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An annual plan of a development group, in one revision. */
@Entity({ schema: 'planning', name: 'plan' })
export class PlanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  year!: number;

  @Column('uuid', { name: 'group_id' })
  groupId!: string;

  @Column('text')
  state!: PlanState;

  @Column('integer')
  revision!: number;

  /** Rises with each change to the goals or the state. */
  @Column('integer')
  version!: number;

  @Column('jsonb')
  goals!: Localised;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('uuid', { name: 'submitted_by', nullable: true })
  submittedBy!: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy!: string | null;
}
