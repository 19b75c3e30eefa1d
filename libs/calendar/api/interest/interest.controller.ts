import { Controller, Header } from '@nestjs/common';
import { deleteInterest, listInterests, listUndated, putInterest } from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { Interests } from './interests';

/** Sessions that have no date yet, and who is interested in them. */
@Controller()
export class InterestController {
  constructor(private readonly interests: Interests) {}

  @Handle(putInterest)
  show(
    @Input() { params }: Received<typeof putInterest>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof putInterest>> {
    return this.interests.show(params.id, person.id);
  }

  @Handle(deleteInterest)
  takeBack(
    @Input() { params }: Received<typeof deleteInterest>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof deleteInterest>> {
    return this.interests.takeBack(params.id, person.id);
  }

  @Handle(listInterests)
  @Header('cache-control', 'private, no-store')
  async own(@CurrentPerson() person: Principal): Promise<Answer<typeof listInterests>> {
    return { items: await this.interests.ofPerson(person.id) };
  }

  @Handle(listUndated)
  @Header('cache-control', 'public, no-cache')
  async undated(
    @Input() { query }: Received<typeof listUndated>,
  ): Promise<Answer<typeof listUndated>> {
    return { items: await this.interests.undated(query) };
  }
}
