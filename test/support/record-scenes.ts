import type { Scene } from './record-page.ts';

/** Who practises in the recordings. All of it is invented. */
export const scenes: readonly Scene[] = [
  {
    name: 'a-practice',
    title: 'A first practice, as it looks',
    about:
      'From the greeting to the interview’s date: told step by step, looked at, one question answered, and said aloud. The run\naloud is cut short here: the person says done after some seconds.',
    parts: [
      {
        isNewPerson: true,
        async play(person) {
          await person.says('/practice-failure');
          await person.says('story');
          await person.says('event manager');
          await person.answers(
            'I booked the hall for our customer day on the phone and never asked for it in writing.',
            /1 of 5/,
          );
          await person.answers(
            'Two years ago I organised the customer day of a company that builds packing machines, 120 guests. For sales it was the one event of the year.',
            /2 of 5/,
          );
          await person.answers(
            'I booked the hall on the phone and never asked for it in writing. On the Monday before, the hotel told me that it was double booked.',
            /3 of 5/,
          );
          await person.answers(
            [
              'I found a smaller place the same day.',
              'Then I rang our head of sales myself and told her that forty people could not come. It was a horrible call to make.',
            ],
            /4 of 5/,
          );
          await person.answers('I learned that I have to be more careful with bookings.', /5 of 5/);
          await person.answers('I am much better organised now.', /felt weakest/);
          await person.says('lesson', /^STEPS /m);
          await person.says('answer', /one question/);
          await person.answers(
            'I had thought that a yes on the phone is a booking; in fact I was the only one who had counted on it.',
            /NOW /,
          );
          await person.enters(/^STEPS /m);
          await person.says('aloud', /clock/);
          await person.enters(/clock runs/);
          await person.waits(20);
          await person.enters(/Which steps/);
          await person.says('1 2 3 5', /interview/);
          await person.says('Tuesday in two weeks, at nine', /Done/);
        },
      },
    ],
  },
  {
    name: 'look-at-my-answer',
    title: 'An answer that is there already',
    about: 'It is pasted as one text, and looked at. What lies behind the first screen is opened afterwards.',
    parts: [
      {
        isNewPerson: true,
        async play(person) {
          await person.says('/practice-failure');
          await person.says('answer');
          await person.says('office manager');
          await person.pastes(
            [
              'Last year I looked after the yearly brochure of a language school, and 8,000 copies went to print in August. Half of the new students come through that brochure.',
              'The price list in it was from the year before. The agency sent me three files with nearly the same name and never said which one was the last, and I did not open them to compare. It was a terrible week, I felt awful and I could not sleep.',
              'I had a sticker printed with the right prices and put it into every copy with two colleagues over a weekend. I learned to be more careful, and since then I check everything twice.',
            ].join('\n\n'),
            /felt weakest/,
          );
          await person.enters(/^STEPS /m);
          await person.says('explain');
          await person.says('more');
          await person.says('done');
          await person.says('done', /Done/);
        },
      },
    ],
  },
  {
    name: 'nothing-comes-to-mind',
    title: 'Nothing comes to mind',
    about:
      'Cues, one at a time, until there is a moment to tell; then the first steps, and a pause. At one step the coach asks once\nmore, because what it asked for is not in the answer.',
    parts: [
      {
        isNewPerson: true,
        async play(person) {
          await person.says('/practice-failure');
          await person.says('nothing');
          await person.says('nursery teacher');
          await person.enters();
          await person.says('the photo album for the parents');
          await person.enters();
          await person.says('my colleague redid the rota');
          await person.says('pick');
          await person.says('1');
          await person.answers(
            'I promised the parents an album by Christmas and told them in January that there was none.',
            /1 of 5/,
          );
          await person.answers(
            'Three winters ago I was in my first year at a nursery with sixty children, and the album is the one thing the parents take home.',
            /2 of 5/,
          );
          await person.enters(/3 of 5/);
          await person.answers('It was a long January, and there was a lot of talk at the gate.');
          await person.answers(
            'I wrote to all sixty families myself, said that it was my doing, and gave them a date in February.',
            /4 of 5/,
          );
          await person.says('pause', /Paused/);
        },
      },
    ],
  },
  {
    name: 'coming-back',
    title: 'Coming back after three days',
    about:
      'A practice is left in the middle, and found again. For the second part the recorder starts the product with a clock that\nruns three days ahead (`test/support/clock-ahead.mjs`, loaded before it); nothing else is different, and the database\nis the one of the first part.',
    parts: [
      {
        title: 'On the first evening',
        isNewPerson: true,
        async play(person) {
          await person.says('/practice-failure');
          await person.says('story');
          await person.says('bus driver');
          await person.answers(
            'I drove past a stop where a school class was waiting, and I had not asked the colleague behind me whether he had room.',
            /1 of 5/,
          );
          await person.answers(
            'In the spring of last year I drove line 12, with 22 stops, and on Fridays a class of nine-year-olds took it to the swimming pool.',
            /2 of 5/,
          );
          await person.enters(/3 of 5/);
        },
      },
      {
        title: 'Three days later',
        isNewPerson: false,
        daysAhead: 3,
        async play(person) {
          await person.enters(/3 of 5/);
          await person.answers(
            'I told the control room at the next stop, and I rang the school at noon to say that it had been me.',
            /4 of 5/,
          );
          await person.answers(
            'I had thought that a bus in my mirror means somebody knows; in fact we had not said a word to each other.',
            /5 of 5/,
          );
          await person.answers(
            'Now I say it over the radio before I leave anybody behind. In November a colleague answered that he was full, so I stopped and took eleven people.',
            /felt weakest/,
          );
          await person.enters(/^STEPS /m);
          await person.says('done');
          await person.says('done', /Done/);
          await person.says('stories');
        },
      },
    ],
  },
  {
    name: 'a-hard-story',
    title: 'A story that is too hard to be scored',
    about: 'The coach stops scoring and leaves the choice to the person. Two people choose differently.',
    parts: [
      {
        title: 'Another story',
        isNewPerson: true,
        async play(person) {
          await person.says('/practice-failure');
          await person.says('story');
          await person.says('warehouse clerk');
          await person.answers(
            'I was fired last autumn after months of depression, and I still cannot talk about it without crying.',
            /scored/,
          );
          await person.says('another');
          await person.answers(
            'I sent forty pallets to the wrong branch because I read the list from the day before.',
          );
          await person.says('pause', /Paused/);
        },
      },
      {
        title: 'Going on with it',
        isNewPerson: true,
        async play(person) {
          await person.says('/practice-failure');
          await person.says('story');
          await person.says('practice');
          await person.answers(
            'My father died in the spring, I told nobody at work, and I missed the date for our grant.',
            /scored/,
          );
          await person.says('go on');
          await person.enters(/1 of 5/);
          await person.answers(
            'Last spring I worked for a small theatre, and the grant paid for a third of our year.',
          );
          await person.answers('I had the date on my desk, and I said nothing to anybody until it was over.');
          await person.answers(
            'I went to our director the next morning and told her all of it. She rang the fund with me.',
          );
          await person.answers(
            'I learned that people can carry something with me if they know that it is there.',
          );
          await person.answers(
            'In February I was ill for a week, and on the first day I wrote down for two colleagues what was due.',
          );
          await person.says('done', /Done/);
        },
      },
    ],
  },
];
