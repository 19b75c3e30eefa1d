import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Knows whether the service can be used. */
@Injectable()
export class Readiness {
  private loaded = false;

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Says that all delivered data is in. */
  markLoaded(): void {
    this.loaded = true;
  }

  /** Whether the data is in and the database answers within two seconds. */
  async isReady(): Promise<boolean> {
    if (!this.loaded) return false;
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
    const answers = this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answers, late]);
  }
}
