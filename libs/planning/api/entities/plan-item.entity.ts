import type { Localised } from '@luotsi/platform/model';
import type { PlanItemForm } from '@luotsi/planning/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One planned training; its regions and competences stand in tables of their own. */
@Entity({ schema: 'planning', name: 'plan_item' })
export class PlanItemEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  /** The same in every revision of the plan. */
  @Column('uuid')
  lineage!: string;

  /** Its place among the items of its month. */
  @Column('integer')
  position!: number;

  /** Rises with each change. */
  @Column('integer')
  version!: number;

  @Column('jsonb')
  title!: Localised;

  @Column('jsonb', { name: 'target_group' })
  targetGroup!: Localised;

  @Column('text')
  form!: PlanItemForm;

  @Column('integer', { nullable: true })
  month!: number | null;

  @Column('integer', { nullable: true })
  quarter!: number | null;

  @Column('integer', { nullable: true })
  seats!: number | null;

  @Column('text', { name: 'theme_id', nullable: true })
  themeId!: string | null;

  @Column('uuid', { name: 'organiser_id' })
  organiserId!: string;
}
