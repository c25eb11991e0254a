import { createImpatience } from '../../src/coach/impatience.ts';
import { createLanes } from '../../src/coach/lanes.ts';
import type { DiscordConfig } from '../../src/discord-config.ts';
import { codeOf } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { after } from './after.ts';
import { createOffered } from './api/offered.ts';
import { createCatchUp, type DiscordCatchUp } from './catch-up.ts';
import { allCommands } from './commands/commands.ts';
import { registerCommands } from './commands/registration.ts';
import { createDiscordPerformer, type DiscordPerformer } from './deliver/deliver.ts';
import type { ExportFile } from './deliver/hand-over.ts';
import { createTidying } from './deliver/leftovers.ts';
import { createLiveAnswers } from './deliver/live-answers.ts';
import type { Bot, Desk, DiscordWorld } from './desk.ts';
import { createGateway } from './gateway/gateway.ts';
import { takeInteraction } from './listeners/interactions.ts';
import { takeDeleted, takeMessage } from './listeners/messages.ts';
import { createThreads } from './listeners/threads.ts';
import { createReadBackSoon } from './read-back-soon.ts';
import { actedDirectly } from './receive/acted-directly.ts';
import { deletedIn, messageIn } from './receive/message-event.ts';
import { createSeenAtWork } from './seen-at-work.ts';
import { createTeamDrafts } from './team-drafts.ts';

export interface DiscordAdapterOptions {
  readonly config: DiscordConfig;
  readonly log: Log;
  readonly now: () => Date;
  /** Between two calls in the background (reading back, removing own messages), in ms; as Discord bears it if left out. */
  readonly pauseMs?: number;
  /** The first wait before the gateway is tried again, in ms. */
  readonly firstWaitMs?: number;
}

export interface DiscordAdapter {
  readonly performer: DiscordPerformer;
  /** Begins to listen. Resolves when Discord has answered; rejects with a `ConfigError` where it refused the token. */
  start(world: DiscordWorld): Promise<void>;
  /** Takes nothing new; resolves when what is under way is through. */
  stop(): Promise<void>;
  isReady(): boolean;
}

/** Open practices that were touched within this time are read back after an outage. */
const READ_BACK_MS = 14 * 24 * 60 * 60_000;
/** What somebody does just after an outage waits so long for what they wrote in it. A press itself is answered at once. */
const CAUGHT_UP_WITHIN_MS = 5_000;
const STOPPED_WITHIN_MS = 2_500;
/** Nothing is delivered until Discord said who the token is; it is tried again after this time. */
const UNTIL_KNOWN_MS = 250;

/** The coach on Discord: one bot, in as many servers and direct messages as it is asked to. */
export function createDiscordAdapter(options: DiscordAdapterOptions): DiscordAdapter {
  const { config, log, now } = options;
  const pause = options.pauseMs === undefined ? {} : { pauseMs: options.pauseMs };
  const gateway = createGateway({
    token: config.token,
    apiUrl: config.apiUrl,
    log,
    now: () => now().getTime(),
    ...(options.firstWaitMs === undefined ? {} : { firstWaitMs: options.firstWaitMs }),
  });
  const answers = createLiveAnswers(() => now().getTime());
  const lanes = createLanes();
  const underWay = new Set<Promise<void>>();
  let world: DiscordWorld | undefined;
  let bot: Bot | undefined;
  let reading: DiscordCatchUp | undefined;
  let ending: (() => void) | undefined;

  const deliveries = createDiscordPerformer({
    rest: gateway.rest,
    bot: () => bot,
    answers,
    log,
    now,
    exportOf: async (person: PersonRef): Promise<readonly ExportFile[] | undefined> =>
      world?.looks.exportOf(person),
    tokenDied: () => gateway.tokenDied(),
  });
  /**
   * The outbox may deliver before Discord said who the token is. Nothing goes out until then: whatever was perhaps sent by
   * an earlier try is looked for among the bot's own messages, and it could not tell which those are.
   */
  const performer: DiscordPerformer = {
    ...deliveries,
    perform: async (delivery) => {
      if (bot !== undefined) return deliveries.perform(delivery);
      return delivery.inDoubt ? { outcome: 'unknown' } : { outcome: 'later', afterMs: UNTIL_KNOWN_MS };
    },
  };

  async function start(given: DiscordWorld): Promise<void> {
    world = given;
    bot = await gateway.whoIsBot();
    if (bot === undefined) return;
    const desk = deskOf(given, bot);
    const { catchUp, soon } = readingBack(desk);
    reading = catchUp;
    const seenAtWork = createSeenAtWork(gateway.rest, log);
    const impatience = createImpatience({ now: desk.now });
    const tidying = desk.tidying;
    ending = () => {
      catchUp.stop();
      soon.stop();
      tidying.stop();
    };
    void register(bot.appId);
    await gateway.start({
      message: (kind, data) => {
        const message = messageIn(kind, data, desk.bot);
        if (message === undefined) return;
        if (message.guild === undefined) deliveries.opened(message.userId);
        const caughtUp = desk.caughtUp(message.userId);
        if (message.kind === 'said' && catchUp.isHeldBack(message)) seenAtWork(message.channel, caughtUp);
        take(
          caughtUp.then(() => takeMessage(desk, message)),
          () => soon.missed(message.channel),
        );
      },
      deleted: (data) => {
        const deleted = deletedIn(data);
        if (deleted !== undefined) take(takeDeleted(desk, deleted));
      },
      interaction: (data) => {
        const userId = actedDirectly(data);
        if (userId !== undefined) deliveries.opened(userId);
        take(takeInteraction(desk, data, impatience));
      },
      newSession: () => void catchUp.run(),
    });
    tidying.start();
  }

  function deskOf(
    given: DiscordWorld,
    asBot: Bot,
  ): Desk & { readonly tidying: ReturnType<typeof createTidying> } {
    const base = {
      world: given,
      rest: gateway.rest,
      bot: asBot,
      answers,
      threads: createThreads(gateway.rest, () => now().getTime()),
      offered: createOffered(gateway.rest, () => now().getTime()),
      teamDrafts: createTeamDrafts(() => now().getTime()),
      told: new Set<string>(),
      remindedIn: deliveries.remindedIn,
      inOrder: <T>(where: { readonly channel: string; readonly userId: string }, work: () => Promise<T>) =>
        lanes.run(`${where.channel} ${where.userId}`, work),
      caughtUp: async (userId: string) => reading?.isRead(userId, CAUGHT_UP_WITHIN_MS),
      apiUrl: config.apiUrl,
      log,
      now: () => now().getTime(),
    };
    const tidying = createTidying({ ...base, ...pause });
    return { ...base, tidy: tidying.now, tidying };
  }

  function readingBack(desk: Desk) {
    const openPlaces = () => desk.world.looks.openPlaces('discord', new Date(now().getTime() - READ_BACK_MS));
    const catchUp = createCatchUp({
      rest: desk.rest,
      openPlaces,
      take: (message) => takeMessage(desk, message),
      takeDeleted: (deleted) => takeDeleted(desk, deleted),
      heard: desk.world.looks.heard,
      bot: desk.bot,
      log,
      now: desk.now,
      ...pause,
    });
    return { catchUp, soon: createReadBackSoon({ openPlaces, run: catchUp.run }) };
  }

  /** Discord sends nothing twice: what fails here is read back, or done again by the person. */
  function take(work: Promise<void>, failed: () => void = () => undefined): void {
    const taken = work.catch((error: unknown) => {
      log('discord-event-failed', { code: codeOf(error) });
      failed();
    });
    underWay.add(taken);
    void taken.finally(() => underWay.delete(taken));
  }

  async function register(appId: string): Promise<void> {
    try {
      const done = await registerCommands(gateway.rest, appId, allCommands());
      const { created, changed, removed, undone } = done;
      log('discord-commands', {
        created: created.length,
        changed: changed.length,
        removed: removed.length,
        undone: undone.map(({ name, code }) => `${name}: ${code}`).join(', '),
      });
    } catch (error) {
      log('discord-commands-not-registered', { code: codeOf(error) });
    }
  }

  return {
    performer,
    start,
    async stop() {
      performer.stop();
      ending?.();
      await gateway.stop();
      await Promise.race([Promise.allSettled(underWay), after(STOPPED_WITHIN_MS)]);
    },
    isReady: () => gateway.isReady(),
  };
}
