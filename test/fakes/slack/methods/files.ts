import type { Method } from '../app.ts';
import type { Channel } from '../channel.ts';
import { listOf, parseJson, textOf } from '../json.ts';
import { acceptBlocks, blocksOf, postedEvent, writable } from '../posting.ts';
import { refuse } from '../refusal.ts';
import { describeFile, type StoredFile } from '../stored-file.ts';

/** A file is completed first and seen in the conversation a little later. */
const SEEN_AFTER_MS = 20;

const getUploadURLExternal: Method = (args, { app, world }) => {
  const name = textOf(args.filename);
  const alt = textOf(args.alt_txt);
  if (app.strict && alt.length > 1000)
    app.violations.push(`alt_txt of ${alt.length} characters, at most 1000`);
  const extension = name.split('.').at(-1) ?? '';
  const file: StoredFile = {
    id: world.nextId('F'),
    name,
    title: name,
    mimetype: extension === 'png' ? 'image/png' : 'text/plain',
    filetype: extension,
    mode: 'hosted',
    altText: alt === '' ? undefined : alt,
    userId: world.botUserId,
    bytes: undefined,
    expected: Number(textOf(args.length)),
    completed: false,
    shares: [],
  };
  world.files.set(file.id, file);
  return { file_id: file.id, upload_url: `${app.origin}/upload/v1/${file.id}` };
};

const completeUploadExternal: Method = (args, { app, world }) => {
  const given: unknown = typeof args.files === 'string' ? parseJson(args.files) : args.files;
  const files = listOf(given).map((each) => {
    const file = world.files.get(textOf(each.id)) ?? refuse('file_not_found');
    if (file.bytes === undefined) refuse('file_not_found');
    file.title = textOf(each.title) || file.title;
    return file;
  });
  if (files.length === 0) refuse('invalid_arguments');
  const named = textOf(args.channel_id);
  // Here a user's id means nothing: the conversation's own id is needed.
  if (named !== '' && !world.channels.has(named)) refuse('channel_not_found');
  const channel = named === '' ? undefined : writable(world, named);
  const root = textOf(args.thread_ts);
  if (channel !== undefined && root !== '' && channel.get(root) === undefined) refuse('invalid_thread_ts');
  const blocks = blocksOf(world, args.blocks);
  if (blocks?.some(({ type }) => type === 'markdown')) refuse('internal_error');
  if (blocks !== undefined) acceptBlocks(app, 'files.completeUploadExternal', blocks, 'message');
  for (const file of files) file.completed = true;
  if (channel !== undefined) {
    const text = textOf(args.initial_comment);
    const thread = root === '' ? {} : { thread_ts: root };
    setTimeout(() => {
      const ts = world.nextTs();
      share(files, channel, ts, root === '' ? undefined : root);
      const described = files.map((file) => describeFile(file, app.origin, world.teamId));
      const shown = blocks === undefined ? {} : { blocks };
      channel.put({
        channel: channel.id,
        ts,
        bot_id: world.botId,
        text,
        files: described,
        ...thread,
        ...shown,
      });
      if (app.echoes)
        void app.deliveries.event({ ...postedEvent(world, channel, ts), channel_type: channel.kind });
    }, SEEN_AFTER_MS).unref();
  }
  return { files: files.map(({ id, title }) => ({ id, title })) };
};

function share(files: readonly StoredFile[], channel: Channel, ts: string, thread: string | undefined): void {
  for (const file of files) file.shares.push({ channel: channel.id, ts, thread_ts: thread });
}

const info: Method = (args, { app, world }) => {
  const file = world.files.get(textOf(args.file));
  if (file === undefined || !file.completed) return refuse('file_not_found');
  return { file: describeFile(file, app.origin, world.teamId), comments: [] };
};

/** https://docs.slack.dev/reference/methods/files.delete */
const remove: Method = (args, { world }) => {
  const file = world.files.get(textOf(args.file));
  if (file === undefined) return refuse('file_not_found');
  if (file.userId !== world.botUserId) return refuse('cant_delete_file');
  world.files.delete(file.id);
  return {};
};

export const FILES: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': getUploadURLExternal,
  'files.completeUploadExternal': completeUploadExternal,
  'files.info': info,
  'files.delete': remove,
};
