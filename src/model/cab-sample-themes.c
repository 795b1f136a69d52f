/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-sample-text.h"

/* What the invented clients of the sample practice come with. All of it is ours
 * and about nobody. {name}, {they}, {their}, {them} and {themself} stand for the
 * client, {day} for a weekday and {few} for a small number; sentences are in the
 * past tense, so that each pronoun fits. */

static const char *const worry_reasons[] = {
  "Worries from morning to night, mostly about things that have not happened yet.",
  "Has always been a worrier, but since last autumn it hardly stops.",
  "Cannot switch off. Checks messages, the oven and the diary again and again.",
};
static const char *const worry_talk[] = {
  "{name} described the worry as a radio in the next room that nobody can turn off.",
  "{They} had spent most of {day} night going through what might go wrong at work.",
  "We followed one worry from its first thought to the last and counted {few} turns on the way.",
  "{They} noticed that the worry gets louder when {they} had nothing to do with {their} hands.",
  "A letter in a brown envelope lay unopened for {few} days; {name} brought it and opened it here.",
  "{name} told me that planning for the worst feels like taking care of people.",
  "The question whether a worry is about now or about later helped {them} to put two of them "
  "aside.",
  "{They} spoke of {their} mother, who worried out loud, and of how quiet the house was otherwise.",
  "We drew the loop of worry, checking and short relief, and {name} found {their} own words for "
  "it.",
  "{They} had put off ringing the dentist again, and felt cross with {themself} about it.",
  "{name} reported {few} evenings on which the worry came, stayed a while and went by itself.",
  "On {day} {they} left the house without going back to check the door, for the first time in "
  "months.",
};
static const char *const worry_steps[] = {
  "Keep a quarter of an hour at five o'clock for worrying, and send worries there.",
  "Write each worry down with the question: can I do something about it today?",
  "Leave the house once without going back to check, and note what happened.",
  "Open post on the day it comes, at the kitchen table.",
};
static const char *const worry_thoughts[] = {
  "I found myself reassuring more than I wanted to; the pull to check for {them} is strong.",
  "The care in the worry touched me. It may be the only form of love that was safe to show.",
  "I was tired afterwards, as if I had been on duty with {them}.",
};

static const char *const low_reasons[] = {
  "Nothing is fun any more. Gets up, works, sleeps.",
  "Feels heavy and slow, and guilty for being bad company.",
  "Has been low since the winter and has stopped seeing friends.",
};
static const char *const low_talk[] = {
  "{name} had got up before nine on {few} days, which {they} called nothing special and I did not.",
  "{They} said the days were like walking in wet sand.",
  "We looked at the week hour by hour; the two better hours were both outdoors.",
  "{name} cried when speaking of the allotment that {they} had given up.",
  "{They} had cooked for {themself} on {day}, soup, and eaten it at the table.",
  "The thought “it makes no difference” came up {few} times; we wrote it down and looked at it "
  "together.",
  "{name} has not answered {their} friends for weeks and feared what they might say.",
  "We spoke about how low mood takes the wish away first and asks for it afterwards.",
  "{They} remembered a summer of cycling with {their} brother and smiled for a moment.",
  "Mornings are still the hardest; by the evening it is lighter.",
  "{name} spoke of feeling like a burden, and was surprised that I did not agree.",
  "A colleague asked {them} to lunch. {They} went, and it was neither good nor bad.",
};
static const char *const low_steps[] = {
  "Go out for ten minutes before eleven each day, whatever the weather.",
  "Answer one friend, in one sentence.",
  "Plan one thing for the body and one for company, and mark how each felt.",
  "Put the clothes out in the evening, to make the morning smaller.",
};
static const char *const low_thoughts[] = {
  "Long silences today. I noticed the wish to fill them and mostly did not.",
  "I felt protective, and wondered who did that for {them} once.",
  "When {they} smiled I was almost too glad; I need to leave {them} room to be low.",
};

static const char *const grief_reasons[] = {
  "Lost a parent in spring. Everybody says it gets easier, and it does not.",
  "Since the funeral there has been no time to grieve, and now it comes out of nowhere.",
  "Has not touched the room of the one who died. Wants to be able to go in.",
};
static const char *const grief_talk[] = {
  "{name} brought a photograph and put it on the table between us.",
  "{They} told the story of the last week in hospital, for the first time in order.",
  "The anniversary on {day} was easier than the days before it.",
  "We spoke about anger at the doctors, and then at the one who died for not going sooner.",
  "{name} had sorted one drawer and kept {few} things from it.",
  "{They} still set two cups out in the morning now and then.",
  "The song in the supermarket undid {them}; {they} left the basket and went home.",
  "{name} wondered whether laughing again would be a betrayal.",
  "We talked about what {they} would want to keep alive, and the answer was the Sunday walk.",
  "{They} described a dream in which they sat in the garden and said nothing.",
  "Family members grieve in other ways, and that has led to quarrels about the house.",
  "{name} said aloud what {they} had not been able to say at the bedside.",
};
static const char *const grief_steps[] = {
  "Take the Sunday walk, alone or with the dog.",
  "Write the letter that will not be sent, a page at most.",
  "Choose one thing from the room and find a place for it.",
  "Tell one person what the anniversary means.",
};
static const char *const grief_thoughts[] = {
  "My own losses were near today. I have put this down for supervision.",
  "The photograph stayed on the table until the end; neither of us wanted to take it away.",
  "There was a stillness in the room that needed no technique.",
};

static const char *const panic_reasons[] = {
  "Had a panic attack on a train and has not been on one since.",
  "Heart races out of nowhere. Tests at the doctor's found nothing.",
  "Avoids lifts, queues and the motorway. The world is getting smaller.",
};
static const char *const panic_talk[] = {
  "{name} had {few} attacks since we last met, each shorter than ten minutes.",
  "We went through the attack on {day} second by second: tingling, the thought, the fear of the "
  "fear.",
  "{They} stayed in the queue although {their} heart was racing, and bought the bread.",
  "I explained what adrenaline does and how it passes; {they} wanted it drawn.",
  "We breathed quickly on purpose for a minute, so that {they} could meet the feelings here.",
  "{name} was afraid of fainting; we found out together that {they} never had.",
  "The list of avoided places has {few} entries fewer than in the first session.",
  "{They} took the lift to the second floor with {their} sister.",
  "Carrying the bottle of water everywhere has become a rule that {name} would like to drop.",
  "{name} said that being looked at during an attack is worse than the attack.",
  "After the train ride {name} was shaking and proud.",
  "We wrote down what to say to {themself} next time, in {their} own words.",
};
static const char *const panic_steps[] = {
  "Ride one stop at a quiet hour, and stay until the wave has passed.",
  "Note each attack with time, place and how long it really took.",
  "Stand in the longer queue once.",
  "Leave the bottle at home for a short walk.",
};
static const char *const panic_thoughts[] = {
  "I caught my own breath going fast alongside {them}; it helped me to understand the pull.",
  "I admired the courage and said so, perhaps once too often.",
  "Something about being watched. To come back to, gently.",
};

static const char *const sleep_reasons[] = {
  "Awake from three. Lies there and does sums.",
  "Has not slept through for a year and dreads the evening.",
  "Nights are broken by shift work, and now also on days off.",
};
static const char *const sleep_talk[] = {
  "The sleep diary shows about {few} hours a night, more than {name} had thought.",
  "{They} had watched the clock on {few} nights and turned it to the wall on the others.",
  "We looked at the time in bed and the time asleep, and at the gap between them.",
  "{name} fell asleep on the sofa on {day} and was wide awake in bed an hour later.",
  "{They} described the dread that begins with the evening news.",
  "We spoke about what the bed has become: office, cinema and place of quarrel.",
  "Getting up at the same time at the weekend was the hardest part of the plan.",
  "{name} had thrown the tablets away in one go; I asked {them} to talk to the surgery about that.",
  "A nap of {few} hours on Sunday cost the following night.",
  "{They} noticed that a bad night is followed by an ordinary day more often than not.",
  "Thoughts about the children come at night because in the day there is no room for them.",
  "{name} slept through once, and woke astonished.",
};
static const char *const sleep_steps[] = {
  "Get up at half past six every day, also on Sunday.",
  "Leave the bed when awake for what feels like twenty minutes.",
  "No clock in sight at night.",
  "Put tomorrow's list on paper before eight in the evening.",
};
static const char *const sleep_thoughts[] = {
  "I was drowsy in the middle of the hour and wondered whose tiredness it was.",
  "The nights seem to be the only time that belongs to {them}.",
  "I became rather practical today. It may have been a way around sadness.",
};

static const char *const work_reasons[] = {
  "Signed off work for the second time. Wants to find out how to go back, or whether to.",
  "Works in the evenings and at weekends, and it is never enough.",
  "New manager, new system, no lunch breaks. Cries in the car park.",
};
static const char *const work_talk[] = {
  "{name} had worked late on {few} evenings and told nobody about it.",
  "We talked about the meeting on {day}, in which {they} said yes before the question was "
  "finished.",
  "{They} described the team as a boat with a hole that everybody bails and nobody mends.",
  "The phased return is to begin with three mornings; {name} is relieved and ashamed of it.",
  "We looked at which rules are written in the contract and which only in {their} head.",
  "{They} practised here what to say to the manager, first badly on purpose and then well.",
  "{name} went home on time once. The world stayed where it was.",
  "The rota was changed at a day's notice again.",
  "{They} spoke about {their} father, who was proud of never having been ill.",
  "For {few} days {they} had eaten lunch away from the desk.",
  "We listed what gives and what takes, and the second column ran over the page.",
  "{name} wondered who {they} would be without the job, and did not hurry to answer.",
};
static const char *const work_steps[] = {
  "Take the lunch break outside the building, three times this week.",
  "Answer a request with “I will tell you tomorrow” once.",
  "Switch the work telephone off at seven.",
  "Write down what a good enough day would be.",
};
static const char *const work_thoughts[] = {
  "We ran over by five minutes; I too found it hard to stop.",
  "I wanted to be the good manager. Noted.",
  "The shame about rest is older than this job.",
};

static const char *const bond_reasons[] = {
  "The same quarrel again and again. Would like to understand what it is about.",
  "Living together like flatmates since the second child.",
  "After the affair: to decide whether there is a way on.",
};
static const char *const bond_talk[] = {
  "The quarrel on {day} began with the dishwasher and ended with a door.",
  "We slowed the quarrel down and found the fright under the shouting.",
  "{name} had tried the ten minutes of listening on {few} evenings.",
  "There was warmth in the room when the first holiday was remembered.",
  "Money came up for the first time, and both of us noticed how quickly the voice dropped.",
  "{They} would like to be asked, rather than told that {they} only need to say something.",
  "We spoke about what was learned at home about being angry: either never or always.",
  "An evening out together went well until the telephone rang.",
  "{name} said that silence feels like being sent away.",
  "A sentence that begins with “I” was harder than it looks; it was tried {few} times.",
  "The grandmother's illness has changed who does what at home.",
  "Something was thanked for, plainly, and heard.",
};
static const char *const bond_steps[] = {
  "Ten minutes each of speaking and listening, on two evenings, without solving anything.",
  "Say one thing each day that was good.",
  "Agree on a word for “stop, later”, and on when later is.",
  "Plan an hour together without errands.",
};
static const char *const bond_thoughts[] = {
  "I was pulled to take sides in the first half, and found my chair again in the second.",
  "I missed the quieter voice at the beginning.",
  "I felt hopeful, which I do not want to hand over as homework.",
};

static const char *const worth_reasons[] = {
  "Feels like a fraud and waits to be found out.",
  "Compares with everybody and always loses.",
  "Cannot take a kind word. Would like to stop apologising.",
};
static const char *const worth_talk[] = {
  "{name} had counted the apologies on {day}: more than {they} wanted to say.",
  "We looked at the sentence “not good enough” and asked: for whom, for what?",
  "{They} brought a mistake from work that nobody else had noticed.",
  "The inner critic spoke with the voice of a teacher; {name} did an alarming impression.",
  "{They} took a kind word today and let it stand for almost a minute.",
  "We wrote what {they} would say to a friend in the same place. The tone was quite different.",
  "{name} had handed in the form without reading it a fourth time.",
  "School came up: the last one to be chosen, {few} years running.",
  "{They} wore the red coat that is “too much”.",
  "We spoke about the difference between being modest and hiding.",
  "{name} was praised in a meeting and could not sleep afterwards.",
  "{They} noticed that comparing gets worse when {they} had slept badly.",
};
static const char *const worth_steps[] = {
  "Keep a list of things done well enough, three a day.",
  "Say thank you to a compliment, and nothing after it.",
  "Hand one thing in after the second reading.",
  "Write a letter to {themself} as a kind aunt would.",
};
static const char *const worth_thoughts[] = {
  "I was careful with praise and probably too careful.",
  "I noticed a wish to be a good therapist for {them}. We have that critic in common.",
  "The impression of the teacher was very funny and very sad.",
};

static const char *const pain_reasons[] = {
  "Back pain for six years. Would like a life beside the pain.",
  "Since the diagnosis everything turns around the illness.",
  "Overdoes it on good days and pays for it on the next three.",
};
static const char *const pain_talk[] = {
  "{name} had {few} good days, and on the last of them dug over the whole bed.",
  "We went on with pacing: stopping before the pain says so.",
  "{name} was angry about the form in which pain has to fit into a box.",
  "The pain was there in the room; {name} stood for a part of the session.",
  "We spoke about the things the pain has not taken.",
  "{They} told the family that help is welcome and advice is not.",
  "A walk of {few} hundred steps was possible on {day}.",
  "{name} described the tiredness as a coat with stones in the pockets.",
  "To be believed by the surgery mattered most to {name}.",
  "We tried to follow the breath into the sore place and out again, for some minutes.",
  "{They} mourned the job that was lost to the illness.",
  "{name} laughed about the hot-water bottle named after an aunt.",
};
static const char *const pain_steps[] = {
  "Stop after ten minutes of gardening, with the kitchen clock.",
  "Rest before it is needed, twice a day.",
  "One pleasant thing on a bad day, however small.",
  "Write down three questions for the surgery.",
};
static const char *const pain_thoughts[] = {
  "I shifted in my chair all through the hour.",
  "Helplessness, mine as well. It can be borne when it is shared.",
  "I would like to know more about who was ill in the family.",
};

static const char *const change_reasons[] = {
  "Moved here for a new start and does not know anybody.",
  "The children have left home, and the house is too big.",
  "Stands before a decision and has gone round it for a year.",
};
static const char *const change_talk[] = {
  "{name} had been to the choir on {day}; {few} people asked {their} name.",
  "We laid out both roads with the cushions, and {they} walked along each of them.",
  "{name} misses the language of home in the shops.",
  "The boxes in the hall are still packed, except one.",
  "{name} spoke of who {they} used to be to other people, and who is left to remember it.",
  "We looked at earlier changes and at what had carried {them} then.",
  "{They} rang an old friend and talked for {few} hours.",
  "The decision is not about the flat, it turned out.",
  "{name} felt free for an afternoon, and frightened in the evening.",
  "A neighbour brought a cake. {They} had wanted to hide and opened the door.",
  "We spoke about permission, and whose {name} is still waiting for.",
  "{name} has put {their} own name on the letter box.",
};
static const char *const change_steps[] = {
  "Go to the choir a second time.",
  "Unpack one box, the one with the pictures.",
  "Tell one person from before how it really is.",
  "Live for a week as if the decision were made, and watch.",
};
static const char *const change_thoughts[] = {
  "I noticed a wish to give advice about the town.",
  "I too have been new somewhere. It made me gentle and a little slow.",
  "There was more energy in the room than in the words.",
};

#define BANK(words) { words, G_N_ELEMENTS (words) }
#define THEME(words, name, its_code)                                                               \
  { .label = name,                                                                                 \
    .code = its_code,                                                                              \
    .reasons = BANK (words##_reasons),                                                             \
    .talk = BANK (words##_talk),                                                                   \
    .steps = BANK (words##_steps),                                                                 \
    .thoughts = BANK (words##_thoughts) }

/* clang-format off */
const CabSampleTheme cab_sample_themes[] = {
  THEME (worry, "Generalised anxiety", "F41.1"),
  THEME (low, "Depressive episode, mild", "F32.0"),
  THEME (grief, "Grief", NULL),
  THEME (panic, "Panic attacks", "F41.0"),
  THEME (sleep, "Insomnia", "F51.0"),
  THEME (work, "Exhaustion at work", "Z73.0"),
  THEME (bond, "Relationship difficulties", NULL),
  THEME (worth, "Low self-worth", NULL),
  THEME (pain, "Chronic pain", NULL),
  THEME (change, "Adjustment difficulties", "F43.2"),
};
/* clang-format on */

const guint cab_sample_n_themes = G_N_ELEMENTS (cab_sample_themes);
