import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { permissions, type Permission } from '@luotsi/identity/model';
import { NOTICE_KINDS } from '@luotsi/notice/api';
import {
  ALLOWED_METHODS,
  allowedMethods,
  CONFIGURATION,
  FastLanes,
  OPENAPI,
  openApiDocument,
  ProblemFilter,
  PROBLEMS,
  SLICES,
  type Configuration,
} from '@luotsi/platform/api';
import type { NoticeKinds, ProblemTable } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { slices } from './slices';

/** What any operation may be refused with, all slices' tables in one. */
export const problems: ProblemTable = Object.assign({}, ...slices.map((slice) => slice.problems));

/** Which methods each address knows. */
export const allowed = allowedMethods(slices.flatMap(({ operations }) => operations));

/** Everything that people may be told of, in the order of the house. */
const noticeKinds: NoticeKinds = Object.assign({}, ...slices.map(({ notices }) => notices));

/** Everything plugged together: configuration, database, the slices. No rules of its own. */
@Global()
@Module({})
export class ApplicationModule {
  /** @param database connected and prepared; Nest closes it with the application */
  static with(configuration: Configuration, database: DataSource, lanes: FastLanes): DynamicModule {
    return {
      module: ApplicationModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...database.options, retryAttempts: 0 }),
          dataSourceFactory: () => Promise.resolve(database),
        }),
        ...slices.map((slice) => slice.module),
      ],
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        { provide: SLICES, useValue: slices },
        { provide: FastLanes, useValue: lanes },
        { provide: PROBLEMS, useValue: problems },
        { provide: ALLOWED_METHODS, useValue: allowed },
        { provide: NOTICE_KINDS, useValue: noticeKinds },
        { provide: OPENAPI, useValue: openApiDocument(slices, describePermission, configuration) },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [CONFIGURATION, SLICES, FastLanes, NOTICE_KINDS, PROBLEMS, ALLOWED_METHODS, OPENAPI],
    };
  }
}

function describePermission(permission: string) {
  const holders = permissions[permission as Permission];
  return {
    public: holders === 'everyone',
    roles: typeof holders === 'string' ? [holders] : holders,
  };
}
