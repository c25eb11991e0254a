import { type Fields, fieldsOf, listOf, textOf } from '../slack/json.ts';
import type { App } from './app.ts';
import { COMPONENT, flat, labelOver } from './controls.ts';
import { type Interacted, interact } from './interacting.ts';
import { INTERACTION } from './interaction.ts';
import { keepFile } from './posting.ts';
import { wireMessage, wireUser } from './wire.ts';

/** A file of a person. */
export interface FakeFile {
  readonly name: string;
  readonly content: string | Buffer;
  /** `text/plain; charset=utf-8` unless said. */
  readonly contentType?: string;
}

/** What is put into a modal, by custom id or label: text, the value (or label) of a choice, several of them, files, a tick. */
export type Filled = Readonly<Record<string, string | boolean | readonly string[] | readonly FakeFile[]>>;

/** Sends the open modal. It stays open where nobody answers, with everything that was typed. */
export async function submitModal(app: App, userId: string, filled: Filled): Promise<Interacted> {
  const modal = app.modals.get(userId);
  if (modal === undefined) throw new Error(`${userId} has no modal open`);
  const channel = app.world.channels.get(modal.channelId);
  if (channel === undefined) throw new Error(`the modal's channel is gone: ${modal.channelId}`);
  const inputs = flat(modal.components).filter(({ custom_id }) => custom_id !== undefined);
  const given = new Map<string, Filled[string]>();
  for (const [name, value] of Object.entries(filled)) {
    const input = inputs.find(
      (each) => each.custom_id === name || labelOver(modal.components, each) === name,
    );
    if (input === undefined) {
      const there = inputs.map((each) => `${textOf(each.custom_id)} (${labelOver(modal.components, each)})`);
      throw new Error(`the modal has no input ${name}; there is: ${there.join(', ')}`);
    }
    given.set(textOf(input.custom_id), value);
  }
  const attachments: Record<string, Fields> = {};
  const sent = modal.components
    .filter(
      ({ type }) => type === COMPONENT.label || type === COMPONENT.row || type === COMPONENT.textDisplay,
    )
    .map((each): Fields => {
      const holder = { type: each.type, id: each.id };
      const keep = (file: FakeFile) => stored(app, channel.id, file, attachments);
      const inside = listOf(each.components).map((input) => answered(input, given, keep));
      if (each.type === COMPONENT.row) return { ...holder, components: inside };
      const [component] = listOf([each.component]).map((input) => answered(input, given, keep));
      return component === undefined ? holder : { ...holder, component };
    });
  const done = await interact(app, {
    userId,
    channel,
    type: INTERACTION.modal,
    source: modal.source,
    message: modal.source === undefined ? undefined : wireMessage(app.world, modal.source),
    data: {
      custom_id: modal.customId,
      components: sent,
      ...resolvedIn(app, sent, attachments),
    },
  });
  if (!done.lost && app.modals.get(userId) === modal) app.modals.delete(userId);
  return done;
}

/** Discord says who was picked, and what was sent, beside their ids. */
function resolvedIn(app: App, sent: readonly Fields[], attachments: Record<string, Fields>): Fields {
  const picked = sent
    .map((each) => fieldsOf(each.component))
    .filter(({ type }) => type === COMPONENT.userSelect)
    .flatMap(({ values }) => (Array.isArray(values) ? values.map(String) : []));
  const users = Object.fromEntries(picked.map((id) => [id, wireUser(app.world, id)]));
  const resolved = {
    ...(Object.keys(attachments).length === 0 ? {} : { attachments }),
    ...(picked.length === 0 ? {} : { users }),
  };
  return Object.keys(resolved).length === 0 ? {} : { resolved };
}

function stored(app: App, channelId: string, file: FakeFile, into: Record<string, Fields>): string {
  const kept = keepFile(
    app,
    channelId,
    {
      name: file.name,
      bytes: Buffer.from(file.content),
      contentType: file.contentType ?? 'text/plain; charset=utf-8',
    },
    { ephemeral: true },
  );
  into[textOf(kept.id)] = kept;
  return textOf(kept.id);
}

/** An input as it is sent: what was put in, else what stood there. The client does not send what is not allowed. */
function answered(
  input: Fields,
  given: ReadonlyMap<string, Filled[string]>,
  keep: (file: FakeFile) => string,
): Fields {
  const name = textOf(input.custom_id);
  const value = given.get(name);
  const base = { type: input.type, custom_id: input.custom_id, id: input.id };
  const isRequired = input.required !== false;
  switch (input.type) {
    case COMPONENT.textInput: {
      const text = typeof value === 'string' ? value : textOf(input.value);
      if (text === '' && isRequired) throw new Error(`the client asks for ${name} first: it is required`);
      if (text.length > Number(input.max_length ?? 4000)) throw new Error(`${name} takes no ${text.length}`);
      if (text !== '' && text.length < Number(input.min_length ?? 0)) throw new Error(`${name} takes more`);
      return { ...base, value: text };
    }
    case COMPONENT.upload: {
      const files = Array.isArray(value) ? value.filter((each) => typeof each !== 'string') : [];
      if (files.length === 0 && isRequired)
        throw new Error(`the client asks for ${name} first: it is required`);
      if (files.length > Number(input.max_values ?? 1)) throw new Error(`${name} takes fewer files`);
      return { ...base, values: files.map(keep) };
    }
    case COMPONENT.checkbox:
      return { ...base, value: value === true || (value === undefined && input.default === true) };
    case COMPONENT.userSelect: {
      const stood = listOf(input.default_values).map(({ id }) => textOf(id));
      const picked = value === undefined ? stood : [value].flat().filter((each) => typeof each === 'string');
      if (picked.length > Number(input.max_values ?? 1)) throw new Error(`${name} takes fewer people`);
      return { ...base, values: picked };
    }
    default: {
      const chosen = chosenOf(input, value);
      if (chosen.length === 0 && isRequired)
        throw new Error(`the client asks for ${name} first: it is required`);
      return input.type === COMPONENT.radio
        ? { ...base, value: chosen[0] ?? null }
        : { ...base, values: chosen };
    }
  }
}

function chosenOf(input: Fields, value: Filled[string] | undefined): string[] {
  const options = listOf(input.options);
  if (value === undefined)
    return options.filter((option) => option.default === true).map((option) => textOf(option.value));
  const wanted = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return wanted.map((each) => {
    const option = options.find((one) => one.value === each || one.label === each);
    if (option === undefined) throw new Error(`${textOf(input.custom_id)} offers no ${String(each)}`);
    return textOf(option.value);
  });
}
