import {
  downloadCertificate,
  listOwnCredentials,
  readCode,
  verifyCredential,
} from '@luotsi/credential/model';
import { CurrentPerson, GuessLimits, type GuessLimit, type Principal } from '@luotsi/identity/api';
import { CONFIGURATION, Handle, Input, ProblemException, publicOrigin } from '@luotsi/platform/api';
import type { Configuration } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { Controller, Header, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { certificate } from './certificate/certificate';
import { certificateWords } from './certificate/certificate-words';
import { CredentialReader } from './read-credentials';

/** One's own certificates, and what anyone may ask about one whose address they have been given. */
@Controller()
export class CredentialsController {
  private readonly guesses: GuessLimit;

  constructor(
    private readonly reader: CredentialReader,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    limits: GuessLimits,
  ) {
    this.guesses = limits.of('credential', 'credential-checks-paused');
  }

  @Handle(listOwnCredentials)
  async own(@CurrentPerson() person: Principal): Promise<Answer<typeof listOwnCredentials>> {
    return { items: await this.reader.own(person.id) };
  }

  @Handle(downloadCertificate)
  async download(
    @CurrentPerson() person: Principal,
    @Input() { params, query }: Received<typeof downloadCertificate>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const credential = await this.reader.one(person.id, params.id);
    if (!credential) throw new ProblemException('not-found');
    if (credential.revoked) throw new ProblemException('credential-revoked');
    const language = query.lang ?? person.language;
    const address = `${publicOrigin(this.configuration)}/verify/${credential.code}`;
    const name = `${certificateWords[language].file}-${credential.issuedAt.slice(0, 10)}.pdf`;
    void reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .send(await certificate(credential, address, language));
  }

  @Handle(verifyCredential)
  @Header('x-robots-tag', 'noindex, nofollow')
  @Header('cache-control', 'no-store')
  async verify(
    @Input() { params }: Received<typeof verifyCredential>,
    @Req() { ip }: FastifyRequest,
  ): Promise<Answer<typeof verifyCredential>> {
    const code = readCode(params.code);
    const found =
      code === null ? null : await this.guesses.watch(ip, () => this.reader.verify(code));
    if (!found) throw new ProblemException('credential-unknown');
    return found;
  }
}
