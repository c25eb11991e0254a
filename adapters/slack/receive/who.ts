import type { PersonRef } from '../../../src/who/person.ts';
import type { Envelope, Interaction } from './payload-schemas.ts';

/** Who did it, and whose token answers them. */
export interface Who {
  readonly person: PersonRef;
  /** The team, or the enterprise where the app is installed for a whole organisation. */
  readonly installation: string;
}

/** A person's home is their organisation, and without one their own workspace. Undefined where a payload names neither. */
export function slackPerson(
  userId: string,
  enterprise: string | undefined,
  team: string | undefined,
): PersonRef | undefined {
  const scope = enterprise ?? team;
  return scope === undefined ? undefined : { platform: 'slack', scope, userId };
}

/** Whose token an event came for; undefined where it names nobody. */
export function installationOf(envelope: Envelope): string | undefined {
  const [authorization] = envelope.authorizations;
  const team = authorization?.team_id ?? envelope.team_id;
  const enterprise = authorization?.enterprise_id ?? envelope.enterprise_id;
  const isOrg = authorization?.is_enterprise_install ?? envelope.is_enterprise_install ?? team === undefined;
  return isOrg ? (enterprise ?? team) : (team ?? enterprise);
}

/**
 * Who an event is about. A message names its author's workspace; one from outside (a conversation shared between
 * organisations) does not belong to the organisation that the event came to.
 */
export function whoOf(
  envelope: Envelope,
  userId: string,
  teams: { readonly user_team?: string | undefined; readonly team?: string | undefined } = {},
): Who | undefined {
  const [authorization] = envelope.authorizations;
  const here = authorization?.team_id ?? envelope.team_id;
  const own = teams.user_team ?? teams.team ?? here;
  const isGuest = envelope.is_ext_shared_channel === true && own !== undefined && own !== here;
  const enterprise = isGuest ? undefined : (authorization?.enterprise_id ?? envelope.enterprise_id);
  const person = slackPerson(userId, enterprise, own);
  const installation = installationOf(envelope);
  return person === undefined || installation === undefined ? undefined : { person, installation };
}

/**
 * Who pressed, called or sent a form. `installedIn`: the team that a form names as the app's, where it is sent from a
 * shared conversation.
 */
export function whoActed(body: Interaction, installedIn?: string): Who | undefined {
  const { user, team } = body;
  const enterprise = team?.enterprise_id ?? body.enterprise?.id;
  const person = slackPerson(user.id, enterprise, user.team_id ?? team?.id);
  const here = installedIn ?? team?.id ?? user.team_id;
  const installation = body.is_enterprise_install === true ? (body.enterprise?.id ?? enterprise) : here;
  return person === undefined || installation === undefined ? undefined : { person, installation };
}
