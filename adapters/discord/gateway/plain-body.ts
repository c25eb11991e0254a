import { DefaultRestOptions, type RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

/**
 * A form with files goes out as its bytes. discord.js hands it as it is to the undici of whoever loaded one first in the
 * process, and that of Slack's Socket Mode (7) takes no form of another's: every file would be lost, where one process
 * serves both platforms. (Read in @discordjs/rest 2.6.3, `makeRequest`, and undici 7.30.2, `extractBody`.)
 */
export const withPlainBody: MakeRequest = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const type = form.headers.get('content-type');
  const headers = {
    ...Object.fromEntries(new Headers(init.headers as ConstructorParameters<typeof Headers>[0])),
  };
  return DefaultRestOptions.makeRequest(url, {
    ...init,
    headers: type === null ? headers : { ...headers, 'content-type': type },
    body: new Uint8Array(await form.arrayBuffer()),
  });
};
