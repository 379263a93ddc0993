import type { Ground } from '@letopis/core';
import type { WordingStanding } from '@letopis/core/facts';
import { wordingStanding } from '@letopis/core/facts';
import type { Evidence, LawItem } from '@letopis/core/values';
import type { Fact, Source } from '../projection/fact.ts';
import { byDay } from '../projection/fact.ts';
import { catalogue, catalogueKey } from '../views/catalogue.ts';
import type { Reading } from './reading.ts';
import type { ShownSigner } from './shown-result.ts';
import { showSigner } from './shown-result.ts';

/** How a printed wording stands; `amended`: the regulation has words of its own. */
export type ShownStanding = WordingStanding | 'amended';

/** Who compared a wording with the act, when, and with which publication. */
export interface ShownConfirmation {
  readonly on: string;
  readonly signer: ShownSigner;
  readonly publication: Fact<'WordingConfirmed'>['data']['publication'];
  /** The words that were compared. */
  readonly wording: string;
  readonly ground: Ground | null;
  readonly actor: string;
  readonly source: Source;
}

/** A wording with its evidence, and whether somebody compared it with the act. */
export interface WordingShown {
  /** Id of the item of law. */
  readonly item: string;
  readonly evidence: Evidence;
  readonly standing: ShownStanding;
  /** The confirmation, also one that covers other words; `null`: there is none. */
  readonly confirmation: ShownConfirmation | null;
}

/** The confirmations of wordings that count, by item, each list by day. */
export class Confirmations {
  readonly #reading: Reading;
  readonly #byItem: ReadonlyMap<string, readonly Fact<'WordingConfirmed'>[]>;

  private constructor(reading: Reading, facts: readonly Fact<'WordingConfirmed'>[]) {
    this.#reading = reading;
    this.#byItem = Map.groupBy(facts.toSorted(byDay), ({ data }) => data.item);
  }

  /** Reads the confirmations, as known and on the day of the page. */
  static async read(reading: Reading): Promise<Confirmations> {
    const found = await reading.get(catalogue, catalogueKey.law);
    return new Confirmations(reading, found?.kind === 'law' ? found.confirmations : []);
  }

  /** How a wording stands. Words of the regulation's own are settled by its adoption. */
  async of({ id, wording, evidence }: LawItem, amended = false): Promise<WordingShown> {
    const facts = (this.#byItem.get(id) ?? []).map((fact) => ({ fact, ...fact.data }));
    const { standing, confirmation } = wordingStanding({ wording, evidence }, facts);
    return {
      item: id,
      evidence,
      standing: amended ? 'amended' : standing,
      confirmation: confirmation === null ? null : await this.#shown(confirmation.fact),
    };
  }

  async #shown(fact: Fact<'WordingConfirmed'>): Promise<ShownConfirmation> {
    const { on, data, ground, actor, source } = fact;
    const { publication, wording } = data;
    const signer = await showSigner(this.#reading, data.signer);
    return { on, signer, publication, wording, ground, actor, source };
  }
}

/** Whether a page prints the wording without the note that it was not compared with the act. */
export const mayPrintPlain = ({ standing }: Pick<WordingShown, 'standing'>): boolean =>
  standing !== 'unverified' && standing !== 'outdated';
