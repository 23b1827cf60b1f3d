import { z } from 'zod';
import { platformId } from '../../shared/ids.ts';
import type { Envelope } from '../door/open-envelope.ts';
import { harmless } from '../door/plain-json.ts';
import { Refusal } from '../door/refusal.ts';
import type { IncomingClick } from './incoming.ts';

const id = z.string().regex(platformId);

const payload = z.record(z.string(), z.unknown());

const eventSchema = z.object({
  operator: z.object({ open_id: id, tenant_key: z.string().max(128).catch('') }),
  context: z.object({ open_message_id: id, open_chat_id: id }),
  action: z.object({
    // Official cards may carry text here; ours never do, so it says nothing to us (fact sheet §2.1).
    value: payload.catch({}),
    form_value: payload.optional().catch(undefined),
    option: z.string().optional().catch(undefined),
    options: z.array(z.string()).optional().catch(undefined),
    checked: z.boolean().optional().catch(undefined),
    input_value: z.string().optional().catch(undefined),
  }),
});

/** One text for whichever stand-alone component was used (fact sheet §2.2); several choices are joined by commas. */
function optionOf(action: z.infer<typeof eventSchema>['action']): string | undefined {
  const { option, input_value, options, checked } = action;
  return option ?? input_value ?? options?.join(',') ?? checked?.toString();
}

function harmlessEvent(event: unknown): unknown {
  try {
    return harmless(event);
  } catch {
    return undefined;
  }
}

/** A card press (fact sheet §2.1) as the product wants it; throws a Refusal 400 when malformed. */
export function normaliseClick({ header, event }: Envelope): IncomingClick {
  const parsed = eventSchema.safeParse(harmlessEvent(event));
  if (!parsed.success) throw new Refusal(400, 'malformed card event');
  const { operator, context, action } = parsed.data;
  return {
    kind: 'click',
    event: header.event_id,
    operator: { open_id: operator.open_id, tenant: operator.tenant_key },
    message: context.open_message_id,
    chat: context.open_chat_id,
    tenant: header.tenant_key,
    value: action.value,
    form: action.form_value,
    option: optionOf(action),
  };
}
