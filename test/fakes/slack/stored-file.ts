import type { Fields } from './json.ts';

/** A file in the workspace: its bytes, its names, and where it was shared. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  title: string;
  readonly mimetype: string;
  readonly filetype: string;
  readonly mode: string;
  readonly altText: string | undefined;
  readonly userId: string;
  bytes: Buffer | undefined;
  readonly expected: number | undefined;
  completed: boolean;
  readonly shares: { channel: string; ts: string; thread_ts: string | undefined }[];
}

/** A file as Slack describes it. `origin`: where this Slack listens, without a slash at the end. */
export function describeFile(file: StoredFile, origin: string, teamId: string): Fields {
  const shares: Record<string, Fields[]> = {};
  for (const { channel, ts, thread_ts } of file.shares) {
    const share = { ts, reply_count: 0, ...(thread_ts === undefined ? {} : { thread_ts }) };
    shares[channel] = [...(shares[channel] ?? []), share];
  }
  const isPrivate = file.shares.every(({ channel }) => !channel.startsWith('C'));
  const url = `${origin}/files-pri/${teamId}-${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: file.filetype,
    mode: file.mode,
    user: file.userId,
    size: file.bytes?.length ?? 0,
    url_private: url,
    url_private_download: `${url}?download=1`,
    ...(file.altText === undefined ? {} : { alt_txt: file.altText }),
    shares: file.shares.length === 0 ? {} : isPrivate ? { private: shares } : { public: shares },
  };
}
