import * as z from 'zod';
import { command } from '../../../kernel/command.ts';
import { protocolId } from '../facts/questions.ts';

/** Numbers a protocol in the series of its year. D8. */
export const numberProtocol = command('number-protocol', z.strictObject({ protocol: protocolId }));

/** A parsed `number-protocol`. */
export type NumberProtocol = z.output<typeof numberProtocol.schema>;
