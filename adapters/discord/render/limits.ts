/** What Discord accepts. Lengths are counted in UTF-16 code units: never less than Discord counts, however it does. */

/** https://discord.com/developers/docs/components/reference#text-display and .../resources/message#create-message: over all text displays of a message. */
export const MESSAGE_TEXT = 4_000;
/** The same page, "Components V2": all components of a message, those inside others counted too. */
export const MESSAGE_COMPONENTS = 40;

/** https://discord.com/developers/docs/resources/message#create-message: `content` of a message without Components V2. */
export const CONTENT = 2_000;
/** https://discord.com/developers/docs/components/reference#legacy-message-component-behavior: rows of such a message. */
export const LEGACY_ROWS = 5;

/** https://discord.com/developers/docs/components/reference#action-row */
export const ROW_BUTTONS = 5;
/** https://discord.com/developers/docs/components/reference#button */
export const BUTTON_LABEL = 80;

/** https://discord.com/developers/docs/components/reference#string-select: options of a menu and their labels. */
export const MENU_OPTIONS = 25;
export const OPTION_LABEL = 100;
export const PLACEHOLDER = 150;

/** https://discord.com/developers/docs/components/reference#media-gallery: a picture's description. */
export const ALT = 1_024;

/** https://discord.com/developers/docs/resources/guild-scheduled-event#create-guild-scheduled-event, and Discord's OpenAPI. */
export const EVENT_NAME = 100;
export const EVENT_DESCRIPTION = 1_000;

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
export const MODAL_TITLE = 45;
export const MODAL_COMPONENTS = 5;
/** https://discord.com/developers/docs/components/reference#label */
export const INPUT_LABEL = 45;
export const INPUT_DESCRIPTION = 100;
/** https://discord.com/developers/docs/components/reference#text-input: the longest value, filled in or sent. */
export const INPUT_CHARACTERS = 4_000;
/** https://discord.com/developers/docs/components/reference#radio-group */
export const RADIO_OPTIONS = { least: 2, most: 10 } as const;
