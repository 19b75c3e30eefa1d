import { Module } from '@nestjs/common';
import { CredentialsController } from './credentials.controller';
import { CredentialReader } from './read-credentials';

/** Certificates: issuing, reading, verifying. */
@Module({ controllers: [CredentialsController], providers: [CredentialReader] })
export class CredentialModule {}
