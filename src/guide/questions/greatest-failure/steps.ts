import type { Guide } from '../../guide.ts';

/** The five parts of the answer. The examples tell one invented story from its first part to its last. */
export const steps: Guide['steps'] = [
  {
    id: 'context',
    name: 'Context',
    aliases: ['scene', 'background', 'situation', 'where'],
    prompt: 'When and where was this? What was your job, and who needed it done well?',
    strong: 'The place, your role and why it mattered, with nobody blamed.',
    sentences: { from: 1, to: 2 },
    why: 'With the scene in mind, a listener can follow the rest.',
    tips: [
      'When, where, your role: that is enough for a first sentence.',
      'One number makes it real: how many guests, shops, pages, patients.',
      'Keep names and inside terms for later, if anyone asks.',
    ],
    example:
      'Two years ago I planned the delivery rounds of a bakery with nine shops. On Saturdays each shop lives on what is in its shelves by seven.',
    short: 'setting',
    nudge: 'And the scene: where was this, and what was your job there?',
    signals: [
      {
        signal: 'setting',
        essential: true,
        why: 'A listener wants to know where they are before anything goes wrong.',
        question: 'Where was this, and what was your job in it?',
        shape: '[When?], I was [what?] at [what kind of place?], and I had to [do what?].',
      },
      {
        signal: 'stake',
        essential: false,
        why: 'A listener cares more once they know who needed this work.',
        question: 'Who was counting on it, and for what?',
        shape: '[Who?] counted on it, because [what hung on it?].',
      },
    ],
  },
  {
    id: 'failure',
    name: 'The Failure',
    aliases: ['fail', 'the mistake', 'mistake', 'what went wrong', 'problem'],
    prompt: 'What went wrong, and which part was yours? Say it as you would tell a friend.',
    strong: 'Your own part, and what it cost.',
    sentences: { from: 1, to: 3 },
    why: 'Here a listener hears whether the story is honest. A clear "I" does more than careful words.',
    tips: [
      'Start the sentence with "I" and a thing you did, or left undone.',
      'Say what it cost and whom. Then stop: the repair comes next.',
      'If others had a share in it, half a sentence for them is plenty.',
    ],
    example:
      'I changed three routes and pinned the new plan to the notice board, without speaking to the drivers. Two of them never saw it, and three shops opened on a Saturday with empty shelves.',
    short: 'failure',
    nudge: 'And the failure itself: what went wrong, and which part of it was yours?',
    signals: [
      {
        signal: 'own-part',
        essential: true,
        why: 'A listener wants to hear which part was yours. One sentence is enough.',
        question: 'Which decision in this was yours?',
        shape: 'I [did, or left out, what?], and that was mine to decide.',
      },
      {
        signal: 'what-went-wrong',
        essential: true,
        why: 'One plain sentence about what went wrong is easy to trust.',
        question: 'What went wrong, in one sentence a stranger would understand?',
        shape: '[When?], [what?] did not [happen how?], and [what followed?].',
      },
      {
        signal: 'consequence',
        essential: false,
        why: 'What it cost somebody shows how big it was.',
        question: 'What did it cost, and who felt it?',
        shape: 'Because of that, [who?] had to [do what?].',
      },
    ],
  },
  {
    id: 'immediate-actions',
    name: 'Immediate Actions',
    aliases: ['actions', 'action', 'immediate', 'what i did', 'response', 'repair'],
    prompt: 'What did you do first, once you saw it? Small things count.',
    strong: 'What you did yourself, soon, and whom you told.',
    sentences: { from: 1, to: 3 },
    why: 'Your first moves show how you handle a setback. They say more than a promise.',
    tips: [
      'Say "I rang", "I wrote", "I stayed": things somebody could have seen you do.',
      'Telling people early is a move too. Name whom you told.',
      'If the repair only half worked, say so. That is still a repair.',
    ],
    example:
      'I loaded my own car and drove bread to the two nearest shops. From the road I rang all three shop managers and told them the change had been mine.',
    short: 'what you did',
    nudge: 'And you: what did you do yourself, even something small?',
    signals: [
      {
        signal: 'own-action',
        essential: true,
        why: 'One thing you did yourself shows how you act when something goes wrong.',
        question: 'What did you yourself do first?',
        shape: 'The same [hour, or day?], I [did what?].',
      },
      {
        signal: 'told-someone',
        essential: false,
        why: 'A listener hopes to hear that the bad news came from you, and early.',
        question: 'Who heard about it from you, and when?',
        shape: 'I told [whom?] [when?] that [what?].',
      },
    ],
  },
  {
    id: 'reflections',
    name: 'Reflections',
    aliases: ['reflection', 'lesson', 'lessons', 'learning', 'learnings', 'learned', 'learnt', 'reflect'],
    prompt: 'What do you know now that you did not know then? One lesson is enough.',
    strong: 'A lesson that fits only this story.',
    sentences: { from: 1, to: 2 },
    why: 'It is the second half of the question, and the part a listener remembers.',
    tips: [
      'Try "I had thought …; in fact …". It pulls the lesson out of the story.',
      'If the sentence would fit any failure, go one step closer to yours.',
      'One lesson is enough. Two share the attention.',
    ],
    example:
      'I learned that a plan on the wall has told nobody anything. I had ticked the change off as done when I had only written it down.',
    short: 'lesson',
    nudge: 'And the lesson: what did this teach you, in your own words?',
    signals: [
      {
        signal: 'lesson',
        essential: true,
        why: 'Half of the question is about the lesson. Give it a sentence of its own.',
        question: 'What do you know now that you did not know before it?',
        shape: 'I learned that [what is true?].',
      },
      {
        signal: 'specific-lesson',
        essential: true,
        why: 'This lesson would fit many stories. One that fits only yours is the one they remember.',
        question: 'What did this story teach that another one would not have?',
        shape: 'I had thought that [what?]; in fact [what?].',
      },
    ],
  },
  {
    id: 'growth-evidence',
    name: 'Growth Evidence',
    aliases: ['growth', 'evidence', 'since', 'proof', 'now', 'change', 'later'],
    prompt: 'What do you do differently now? When did it last help?',
    strong: 'A habit, one time you used it, and how it went.',
    sentences: { from: 1, to: 3 },
    why: 'One example from since then proves the lesson. Most answers leave it out.',
    tips: [
      'A month or a project makes the occasion real: "in March", "with the next client".',
      'Say what somebody would see you do now, rather than how you are now.',
      'Small counts. A question you now ask every time is growth.',
    ],
    example:
      'Now each driver answers a route change by text before I count it as made. In March we moved all nine rounds because of road works, and every shop opened with full shelves.',
    short: 'since then',
    nudge: 'And since then: when did you do it differently, even once?',
    signals: [
      {
        signal: 'later-occasion',
        essential: true,
        why: 'One time since then shows that the lesson really helped.',
        question: 'When did you last do it that way?',
        shape: 'Last [when?], [what came up?], and I [did what?].',
      },
      {
        signal: 'changed-practice',
        essential: true,
        why: 'A habit a listener can picture says more than "better" or "more careful".',
        question: 'What do you do now that you did not do then?',
        shape: 'Now, before I [do what?], I [what?]. Last [when?], [what happened?].',
      },
      {
        signal: 'result',
        essential: false,
        why: 'A good result makes a strong last sentence.',
        question: 'What came of it that time?',
        shape: 'That time, [what went well, or better?].',
      },
    ],
  },
];
