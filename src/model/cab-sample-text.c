/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-sample-text.h"

#include <string.h>

static const char *const openings[] = {
  "{name} arrived on time and began straight away.",
  "{name} came in out of the rain and needed a moment to land.",
  "A slow start today; {name} asked me to begin.",
  "{name} had made a list and went through it point by point.",
  "{name} arrived ten minutes late after trouble with the bus.",
  "We began with the summary of last time, which {name} corrected in one place.",
  "{name} came straight from work and said so.",
  "{name} looked rested and mentioned it before I did.",
  "{name} said in the first minute that {they} had thought about cancelling.",
  "We began by looking at the mood entries of the last weeks together.",
  "{name} brought a notebook with {few} pages filled since last time.",
  "{name} spoke quietly and took long pauses, more than usual.",
  "The session began with a phone left outside the room, at {their} own wish.",
  "{name} asked first how long we would go on meeting; we looked at the plan.",
};
static const char *const between[] = {
  "Between the sessions {name} had tried what we agreed, on {few} days.",
  "What was agreed last time did not happen; we looked at what stood in the way, without blame.",
  "The week was full of visitors, and there was little time to practise.",
  "{name} reported that the exercise felt silly and worked anyway.",
  "{They} had talked to {their} sister about coming here, which went better than feared.",
  "Sleep about {few} hours; appetite as usual; no change in tablets.",
  "There was one difficult evening on {day}, described in detail, and it passed.",
  "{name} had kept the diary on most days and left {day} out on purpose.",
  "{They} had noticed the pattern twice while it was happening, which is new.",
  "Alcohol on {few} evenings, small amounts, not used to fall asleep.",
  "{name} went swimming once and intends to go again.",
  "A cold kept {them} at home for {few} days.",
};
static const char *const work[] = {
  "I summarised and asked {them} to tell me what I had missed.",
  "We stayed with the feeling instead of the story for a while; it sat in the chest and the "
  "throat.",
  "We used two chairs for the two sides, and {name} found more words for the quieter one.",
  "I drew the cycle of thought, feeling and action on the board; {they} took a photograph of it.",
  "We practised slower breathing for five minutes and talked about how it was.",
  "I offered the thought that both may be true, and left it there.",
  "We looked at values again, and at which of them had room this week.",
  "I asked what a friend would say, and {name} did not need long.",
  "We made the next step smaller until it looked almost too easy.",
  "I named what I saw between us, carefully; {name} had noticed it as well.",
  "We wrote the unhelpful sentence on a card and said it in a silly voice until it lost its "
  "weight.",
  "I explained how avoiding keeps fear alive, with {their} own example.",
  "We spoke about what anger protects.",
  "We went back to the goals from the first session; one of them is no longer important.",
};
static const char *const responses[] = {
  "{name} nodded and was quiet, and then laughed.",
  "There were tears, and then relief.",
  "{name} disagreed with me in one point and was right.",
  "{name} said it was good to hear {themself} say it.",
  "{They} became restless here, so we took a break by the window.",
  "{name} could look at it from some distance by the end.",
  "{name} was surprised by how angry {they} felt.",
  "The shoulders came down a little while {they} spoke.",
  "{name} wanted to think about it and tell me next time.",
  "It was a good hour, {they} said at the door.",
  "{name} found this part hard and said so.",
  "{They} smiled for the first time when describing it.",
};
static const char *const risk_lines[] = {
  "Asked about thoughts of self-harm: none at present.",
  "No thoughts of ending life; {name} would call the numbers on the card if that changed.",
  "Thoughts that it would be easier not to wake up, without plan or wish to act; the safety plan "
  "was read through together.",
  "Safety asked about and no concern found today.",
  "{name} feels safe at home.",
  "Nothing new with regard to risk; the agreed plan stands.",
};
static const char *const plans[] = {
  "Next session in a week at the usual time.",
  "Next session in two weeks, as {name} will be away.",
  "We keep the hour and look at the goals again next time.",
  "To be taken up: what happened with the telephone call.",
  "I will write to the surgery as agreed; {name} has seen the draft.",
  "{name} will bring the diary.",
  "We have {few} sessions left of those agreed and will begin to look back soon.",
  "Review of the work together next time.",
};
static const char *const contact_lines[] = {
  "{name} rang to say that {they} would be late; we spoke for a few minutes about the way here.",
  "{name} left a message asking to move the hour on {day}; moved, and confirmed by text.",
  "Called back as agreed. {name} had a difficult morning and wanted to hear a voice.",
  "First call. {name} asked about fees, waiting time and what is written down; I explained all "
  "three.",
  "{name} asked by e-mail for a copy of the privacy notice; sent the same day.",
  "Short call about the form for the employer; nothing was sent, {name} will think about it.",
};
static const char *const contact_ends[] = {
  "We agreed to leave it at that until the next session.",
  "No concern about safety in the call.",
  "Nothing clinical was discussed.",
  "I repeated which numbers to ring in an emergency.",
  "{name} thanked me and rang off.",
};
static const char *const collateral_lines[] = {
  "Telephone call with {with}, with consent and within what {name} had agreed may be told.",
  "{with} had asked for a call; {name} knew of it and had no objection.",
  "Met {with} for half an hour; {name} was there for the last part.",
};
static const char *const collateral_talk[] = {
  "{with} sees {name} more often at the table again and worries about the nights.",
  "{with} described how mornings go, and what helps: not asking twice.",
  "I listened more than I said, and passed on nothing from the sessions.",
  "{with} asked about a diagnosis; I said that {name} can tell what should be known.",
  "We agreed that {with} would ring the surgery if the weight goes down further.",
  "{with} was relieved to hear that being worried is allowed.",
};
static const char *const risk_talk[] = {
  "{name} spoke about thoughts of not wanting to live, stronger since {day}.",
  "Asked openly about plan, means and intention: no plan, no means at hand, no intention to act.",
  "What holds {them}: the sister, the dog, the wish to see the summer.",
  "The safety plan was gone through line by line, and the numbers are in {their} telephone.",
  "{name} agreed that I ring the surgery today, and an appointment was made for tomorrow.",
  "We arranged a short call for {day} morning.",
  "Tablets are with {their} sister, at {their} own suggestion.",
  "{name} knows that the emergency department is open at any hour and how to get there.",
  "I spoke with my supervisor after the session; the plan was thought to be right.",
};
static const char *const supervision_talk[] = {
  "Presented without name. The question was: why am I so careful here?",
  "We looked at the pace of the work and at who sets it.",
  "The supervisor heard more anger in the material than I had.",
  "Suggestion to name the ending earlier, and to let there be disappointment.",
  "We spoke about the limits of what a solo practice can hold, and when to refer on.",
  "I am to watch for the moments when I work harder than the client.",
  "A second thought on risk: the plan is enough for now, to be looked at again in a month.",
  "Relief at having said aloud that I dread the hour a little.",
};
static const char *const process_lines[] = {
  "What did I not say? Something about being left.",
  "In the countertransference: a parent who arrives too late.",
  "The ending of the hour is where it happens. To stay with.",
  "Possible parallel to what was not allowed at home. Only a guess.",
  "Hypothesis: being easy to be with is the price of staying.",
  "I noticed that I remembered a different date. Whose forgetting?",
  "An image: somebody holding a door shut from both sides.",
  "Not for the record of treatment; for my own thinking.",
};
static const char *const letter_ends[] = {
  "I would be grateful for a short word if anything changes on your side.",
  "{name} has read this letter and agrees with its sending.",
  "I have kept to what seems needed for your part of the care.",
};

typedef struct
{
  CabAddendumKind kind;
  const char *text;
  const char *reason;
} Addition;

static const Addition additions[] = {
  { CAB_ADDENDUM_KIND_ADDITION,
    "The telephone call to the surgery was made the same afternoon; the message was passed on.",
    "It happened after the note was signed." },
  { CAB_ADDENDUM_KIND_ADDITION,
    "{name} mentioned at the door that the interview has been moved to {day}.",
    "Said after the session had ended." },
  { CAB_ADDENDUM_KIND_CORRECTION,
    "The brother lives in the north, not the sister, as written above.",
    "I had mixed the two up." },
  { CAB_ADDENDUM_KIND_CORRECTION,
    "The session lasted forty-five minutes, since {name} had to leave early.",
    "The length was wrong." },
  { CAB_ADDENDUM_KIND_LATE_ENTRY,
    "We had also agreed that {name} would bring the letter from the employer.",
    "Left out when the note was written." },
  { CAB_ADDENDUM_KIND_CLIENT_STATEMENT,
    "I did not say that I hate my job. I said that I am tired of it. I would like that to be in "
    "my record in my own words.",
    "The client asked for their own words beside the note." },
  { CAB_ADDENDUM_KIND_CLIENT_STATEMENT,
    "It was my decision to stop the tablets, and I had talked about it with the surgery before.",
    "The client read the note and wanted this added." },
};

const char *
cab_sample_text_pick (CabIds *ids, const char *const *words, guint n_words)
{
  return words[cab_ids_get_uniform (ids, n_words)];
}

static const char *
get_word (const CabSampleVoice *voice, const char *key, gsize length)
{
  static const struct
  {
    const char *key;
    const char *forms[3];
  } pronouns[] = {
    { "they", { "she", "he", "they" } },
    { "their", { "her", "his", "their" } },
    { "them", { "her", "him", "them" } },
    { "themself", { "herself", "himself", "themselves" } },
  };
  static const char *const days[]
      = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  static const char *const few[] = { "two", "three", "four", "five", "six" };

  for (guint i = 0; i < G_N_ELEMENTS (pronouns); i++)
    {
      if (strlen (pronouns[i].key) == length
          && g_ascii_strncasecmp (key, pronouns[i].key, length) == 0)
        return pronouns[i].forms[voice->pronouns];
    }
  if (length == strlen ("day") && strncmp (key, "day", length) == 0)
    return CAB_SAMPLE_PICK (voice->ids, days);
  if (length == strlen ("few") && strncmp (key, "few", length) == 0)
    return CAB_SAMPLE_PICK (voice->ids, few);

  g_assert (length == strlen ("name") && strncmp (key, "name", length) == 0);
  return voice->name;
}

/* Puts words for the placeholders; @with is who else took part. */
static void
append_sentence (GString *text, const CabSampleVoice *voice, const char *sentence, const char *with)
{
  const char *at = sentence;

  for (const char *open = strchr (at, '{'); open != NULL; open = strchr (at, '{'))
    {
      const char *close = strchr (open, '}');
      gsize length = (gsize)(close - open) - 1;
      const char *word = with;

      if (length != strlen ("with") || strncmp (open + 1, "with", length) != 0)
        word = get_word (voice, open + 1, length);
      g_assert (word != NULL);

      g_string_append_len (text, at, open - at);
      if (g_ascii_isupper (open[1]) || (word == with && open == sentence))
        {
          g_string_append_c (text, g_ascii_toupper (word[0]));
          word++;
        }
      g_string_append (text, word);
      at = close + 1;
    }

  g_string_append (text, at);
}

/* Some different sentences of a bank as one paragraph, in the order in which they
 * stand there: one may lean on another. */
static void
append_paragraph (GString *text,
                  const CabSampleVoice *voice,
                  const CabSampleBank *bank,
                  guint n,
                  const char *with)
{
  guint wanted = MIN (n, bank->n_words);
  const char *gap = text->len > 0 ? "\n\n" : "";

  for (guint i = 0; i < bank->n_words && wanted > 0; i++)
    {
      if (cab_ids_get_uniform (voice->ids, bank->n_words - i) >= wanted)
        continue;
      g_string_append (text, gap);
      append_sentence (text, voice, bank->words[i], with);
      gap = " ";
      wanted--;
    }
}

#define BANK(words) (&(const CabSampleBank){ words, G_N_ELEMENTS (words) })

static const CabSampleTheme *
draw_theme (const CabSampleVoice *voice)
{
  return &cab_sample_themes[voice->themes[cab_ids_get_uniform (voice->ids, 3) == 0]];
}

char *
cab_sample_text_dup_session (const CabSampleVoice *voice)
{
  const CabSampleTheme *theme = draw_theme (voice);
  /* Short, ordinary and long notes. */
  guint length = 1 + cab_ids_get_uniform (voice->ids, 6);
  GString *text = g_string_new (NULL);
  gsize whole;

  append_paragraph (text, voice, BANK (openings), 1, NULL);
  append_paragraph (text, voice, &theme->talk, 1 + 2 * length, NULL);
  if (length > 1)
    append_paragraph (text, voice, BANK (between), length, NULL);
  append_paragraph (text, voice, BANK (work), length, NULL);
  append_paragraph (text, voice, BANK (responses), 1 + length / 2, NULL);
  append_paragraph (text, voice, BANK (risk_lines), 1, NULL);
  whole = text->len;
  g_string_append (text, "\n\nAgreed: ");
  append_sentence (text, voice,
                   cab_sample_text_pick (voice->ids, theme->steps.words, theme->steps.n_words),
                   NULL);
  append_paragraph (text, voice, BANK (plans), 1 + length / 3, NULL);

  if (text->len > CAB_SAMPLE_NOTE_MAXIMUM)
    g_string_truncate (text, whole);
  return g_string_free (text, FALSE);
}

char *
cab_sample_text_dup_note (const CabSampleVoice *voice, CabNoteKind kind, const char *with)
{
  GString *text = g_string_new (NULL);

  switch (kind)
    {
    case CAB_NOTE_KIND_SESSION:
      g_string_free (text, TRUE);
      return cab_sample_text_dup_session (voice);
    case CAB_NOTE_KIND_CONTACT:
      append_paragraph (text, voice, BANK (contact_lines), 1, NULL);
      append_paragraph (text, voice, BANK (contact_ends), 2, NULL);
      break;
    case CAB_NOTE_KIND_COLLATERAL:
      append_paragraph (text, voice, BANK (collateral_lines), 1, with);
      append_paragraph (text, voice, BANK (collateral_talk), 4, with);
      break;
    case CAB_NOTE_KIND_RISK:
      append_paragraph (text, voice, BANK (risk_talk), 6, NULL);
      append_paragraph (text, voice, BANK (responses), 1, NULL);
      break;
    case CAB_NOTE_KIND_SUPERVISION:
      append_paragraph (text, voice, BANK (supervision_talk), 4, NULL);
      break;
    case CAB_NOTE_KIND_LETTER:
      g_string_free (text, TRUE);
      return cab_sample_text_dup_letter (voice, with);
    }

  return g_string_free (text, FALSE);
}

char *
cab_sample_text_dup_process (const CabSampleVoice *voice)
{
  GString *text = g_string_new (NULL);

  append_paragraph (text, voice, &draw_theme (voice)->thoughts, 2, NULL);
  append_paragraph (text, voice, BANK (process_lines), 3, NULL);

  return g_string_free (text, FALSE);
}

char *
cab_sample_text_dup_letter (const CabSampleVoice *voice, const char *with)
{
  const CabSampleTheme *theme = &cab_sample_themes[voice->themes[0]];
  GString *text = g_string_new (NULL);

  append_sentence (text, voice, "Dear {with},\n\n", with);
  append_sentence (
      text, voice,
      "Thank you for referring {name}. We have met {few} times so far, weekly at first.", NULL);
  append_paragraph (text, voice, &theme->reasons, 1, NULL);
  append_paragraph (text, voice, &theme->talk, 2, NULL);
  append_paragraph (text, voice, BANK (letter_ends), 2, NULL);
  g_string_append (text, "\n\nWith kind regards,\nRobin Marlowe-Idris");

  return g_string_free (text, FALSE);
}

static char *
dup_one (const CabSampleVoice *voice, const CabSampleBank *bank)
{
  GString *text = g_string_new (NULL);

  append_paragraph (text, voice, bank, 1, NULL);

  return g_string_free (text, FALSE);
}

char *
cab_sample_text_dup_reason (const CabSampleVoice *voice)
{
  return dup_one (voice, &cab_sample_themes[voice->themes[0]].reasons);
}

char *
cab_sample_text_dup_step (const CabSampleVoice *voice)
{
  return dup_one (voice, &draw_theme (voice)->steps);
}

char *
cab_sample_text_dup_addendum (const CabSampleVoice *voice,
                              CabAddendumKind kind,
                              const char **reason)
{
  GString *text = g_string_new (NULL);
  guint i = cab_ids_get_uniform (voice->ids, G_N_ELEMENTS (additions));

  /* Each kind has its row, so this ends. */
  while (additions[i].kind != kind)
    i = (i + 1) % G_N_ELEMENTS (additions);

  *reason = additions[i].reason;
  append_sentence (text, voice, additions[i].text, NULL);
  return g_string_free (text, FALSE);
}

char *
cab_sample_text_dup_part (const char *text)
{
  const char *end = strstr (text, "\n\n");

  return end == NULL ? g_strdup (text) : g_strndup (text, (gsize)(end - text));
}
