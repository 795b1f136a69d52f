/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-client.h"
#include "cab-sample-private.h"

#define CLIENT(field) CAB_OWN (CAB_CLIENT_FIELD_##field)

/* Given and family names are drawn apart, so that nobody in particular is meant. */
static const struct
{
  const char *name;
  CabSamplePronouns pronouns;
} given_names[] = {
  { "Aaliyah", CAB_SAMPLE_SHE },   { "Abena", CAB_SAMPLE_SHE },   { "Adaeze", CAB_SAMPLE_SHE },
  { "Agnieszka", CAB_SAMPLE_SHE }, { "Aisling", CAB_SAMPLE_SHE }, { "Alejandro", CAB_SAMPLE_HE },
  { "Amara", CAB_SAMPLE_SHE },     { "Anneke", CAB_SAMPLE_SHE },  { "Arjun", CAB_SAMPLE_HE },
  { "Bartosz", CAB_SAMPLE_HE },    { "Beatriz", CAB_SAMPLE_SHE }, { "Bethan", CAB_SAMPLE_SHE },
  { "Callum", CAB_SAMPLE_HE },     { "Chidi", CAB_SAMPLE_HE },    { "Ciarán", CAB_SAMPLE_HE },
  { "Dafydd", CAB_SAMPLE_HE },     { "Daniela", CAB_SAMPLE_SHE }, { "Deepika", CAB_SAMPLE_SHE },
  { "Ebru", CAB_SAMPLE_SHE },      { "Eilidh", CAB_SAMPLE_SHE },  { "Elif", CAB_SAMPLE_SHE },
  { "Emeka", CAB_SAMPLE_HE },      { "Fatima", CAB_SAMPLE_SHE },  { "Finn", CAB_SAMPLE_HE },
  { "Folasade", CAB_SAMPLE_SHE },  { "Giulia", CAB_SAMPLE_SHE },  { "Grace", CAB_SAMPLE_SHE },
  { "Hamish", CAB_SAMPLE_HE },     { "Hana", CAB_SAMPLE_SHE },    { "Idris", CAB_SAMPLE_HE },
  { "Ines", CAB_SAMPLE_SHE },      { "Ivo", CAB_SAMPLE_HE },      { "Jesper", CAB_SAMPLE_HE },
  { "Jun", CAB_SAMPLE_THEY },      { "Kofi", CAB_SAMPLE_HE },     { "Kirsty", CAB_SAMPLE_SHE },
  { "Lachlan", CAB_SAMPLE_HE },    { "Leilani", CAB_SAMPLE_SHE }, { "Linh", CAB_SAMPLE_SHE },
  { "Luca", CAB_SAMPLE_HE },       { "Maëlle", CAB_SAMPLE_SHE },  { "Magnus", CAB_SAMPLE_HE },
  { "Mei", CAB_SAMPLE_SHE },       { "Mirela", CAB_SAMPLE_SHE },  { "Nasrin", CAB_SAMPLE_SHE },
  { "Niamh", CAB_SAMPLE_SHE },     { "Nour", CAB_SAMPLE_THEY },   { "Oleksandr", CAB_SAMPLE_HE },
  { "Omar", CAB_SAMPLE_HE },       { "Oskar", CAB_SAMPLE_HE },    { "Pernille", CAB_SAMPLE_SHE },
  { "Priya", CAB_SAMPLE_SHE },     { "Quinn", CAB_SAMPLE_THEY },  { "Rafael", CAB_SAMPLE_HE },
  { "Rhiannon", CAB_SAMPLE_SHE },  { "Rowan", CAB_SAMPLE_THEY },  { "Rukhsana", CAB_SAMPLE_SHE },
  { "Sage", CAB_SAMPLE_THEY },     { "Samir", CAB_SAMPLE_HE },    { "Sinéad", CAB_SAMPLE_SHE },
  { "Søren", CAB_SAMPLE_HE },      { "Tamsin", CAB_SAMPLE_SHE },  { "Tariq", CAB_SAMPLE_HE },
  { "Tomasz", CAB_SAMPLE_HE },     { "Uma", CAB_SAMPLE_SHE },     { "Vikram", CAB_SAMPLE_HE },
  { "Wen", CAB_SAMPLE_SHE },       { "Yaw", CAB_SAMPLE_HE },      { "Yusra", CAB_SAMPLE_SHE },
  { "Zofia", CAB_SAMPLE_SHE },
};

static const char *const family_names[] = {
  "Abara",        "Acheampong",  "Ainsworth",  "Albrecht",       "Almeida",     "Arslan",
  "Banerjee",     "Barraclough", "Bellamy",    "Bianchi",        "Blackwood",   "Boateng",
  "Bryndís",      "Castellano",  "Chaudhry",   "Dąbrowska",      "Demir",       "Desai",
  "Devereux",     "Dlamini",     "Edevane",    "Eriksen",        "Fairweather", "Farrow",
  "Ferreira",     "Gallagher",   "Greenhalgh", "Guðmundsdóttir", "Haddad",      "Hollins",
  "Huang",        "Ibekwe",      "Ishikawa",   "Jankowski",      "Kaminska",    "Kaur",
  "Kerrigan",     "Kovač",       "Larkin",     "Lindqvist",      "Llewellyn",   "Machado",
  "MacAskill",    "Mbeki-Rowe",  "Mehta",      "Mulligan",       "Nakagawa",    "Nguyen",
  "Novotná",      "O’Rourke",    "Okonjo",     "Oyelaran",       "Pemberton",   "Petrov",
  "Quaye",        "Rahimi",      "Rosenfeld",  "Santoro",        "Sethi",       "Sharples",
  "Siddiqui",     "Szabó",       "Tanaka",     "Thackeray",      "Tremblay",    "Uddin",
  "van der Veen", "Vaughan",     "Wickham",    "Yeboah",         "Yıldız",      "Zielińska",
};

/* In their own script, and how they are called in notes. */
static const struct
{
  const char *given;
  const char *family;
  const char *called;
  CabSamplePronouns pronouns;
} other_scripts[] = {
  { "Олена", "Бондаренко-Лис", "Olena", CAB_SAMPLE_SHE },
  { "美月", "小鳥遊", "Mizuki", CAB_SAMPLE_SHE },
  { "ياسمين", "الزيتوني", "Yasmin", CAB_SAMPLE_SHE },
  { "Αριστέα", "Καλογήρου", "Aristea", CAB_SAMPLE_SHE },
  { "अनन्या", "जोशी", "Ananya", CAB_SAMPLE_SHE },
  { "하늘", "남궁", "Haneul", CAB_SAMPLE_HE },
  { "נועם", "אלמוג", "Noam", CAB_SAMPLE_THEY },
};

static const char *const single_names[] = { "Wulandari", "Tenzin", "Sundaravel", "Sugiarti" };

static const char *const streets[] = {
  "Larkfield Lane", "Old Tannery Row", "Heron Close",       "Market Steps", "Quarry Bank",
  "Willow Terrace", "Station Parade",  "Chapel Hill",       "Orchard Way",  "Mill Race",
  "Lantern Street", "Foxglove Avenue", "Ropewalk Crescent", "Beacon Road",  "Tide Street",
};

static const char *const towns[] = {
  "Ashmere",          "Tarnbridge",    "Elmsworth St Mary", "Little Corvin",
  "Northwick Hollow", "Penhallow Bay", "Saltby Cross",      "Winterholt",
};

#define REGION "Norrowshire"

#define DRAW(ids, array) ((array)[cab_ids_get_uniform (ids, G_N_ELEMENTS (array))])

static void
set_name (CabSampleStory *story, const char *called, CabSamplePronouns pronouns)
{
  story->name = g_strdup (called);
  story->voice.name = story->name;
  story->voice.pronouns = pronouns;
}

static void
draw_usual_name (CabSampleStory *story, CabRecord *client)
{
  guint i = cab_sample_draw (story, G_N_ELEMENTS (given_names));
  const char *family = DRAW (story->voice.ids, family_names);

  set_name (story, given_names[i].name, given_names[i].pronouns);
  cab_record_set_text (client, CLIENT (GIVEN_NAME), given_names[i].name);
  cab_record_set_text (client, CLIENT (FAMILY_NAME), family);
  if (cab_sample_draw (story, 6) == 0)
    cab_record_set_text (client, CLIENT (FORMER_NAME), DRAW (story->voice.ids, family_names));
}

/* A joint file is called by the names of those it is about. */
static void
draw_joint_name (CabSampleStory *story, CabRecord *client)
{
  const char *first = DRAW (story->voice.ids, family_names);
  const char *second = DRAW (story->voice.ids, family_names);
  gboolean family = story->role == CAB_SAMPLE_ROLE_FAMILY;
  g_autofree char *name = family ? g_strdup_printf ("Family %s", first)
                                 : g_strdup_printf ("%s and %s", first, second);

  set_name (story, family ? "the family" : "the couple", CAB_SAMPLE_THEY);
  cab_record_set_text (client, CLIENT (PREFERRED_NAME), name);
}

/* The fifth client of twenty goes by one name, the seventh of eleven is written
 * in another script. */
void
cab_sample_draw_name (CabSampleStory *story, CabRecord *client)
{
  static const char *const pronouns[] = { "she/her", "he/him", "they/them" };

  if (!cab_sample_is_person (story))
    {
      draw_joint_name (story, client);
      return;
    }

  if (story->index % 20 == 4)
    {
      const char *name = DRAW (story->voice.ids, single_names);

      set_name (story, name, CAB_SAMPLE_THEY);
      cab_record_set_text (client, CLIENT (GIVEN_NAME), name);
    }
  else if (story->index % 11 == 6)
    {
      guint i = story->index / 11 % G_N_ELEMENTS (other_scripts);

      set_name (story, other_scripts[i].called, other_scripts[i].pronouns);
      cab_record_set_text (client, CLIENT (GIVEN_NAME), other_scripts[i].given);
      cab_record_set_text (client, CLIENT (FAMILY_NAME), other_scripts[i].family);
      cab_record_set_text (client, CLIENT (PREFERRED_NAME), other_scripts[i].called);
    }
  else
    {
      draw_usual_name (story, client);
    }

  cab_record_set_text (client, CLIENT (PRONOUNS), pronouns[story->voice.pronouns]);
}

char *
cab_sample_dup_person (CabIds *ids, char **given, char **family)
{
  *given = g_strdup (given_names[cab_ids_get_uniform (ids, G_N_ELEMENTS (given_names))].name);
  *family = g_strdup (DRAW (ids, family_names));

  return g_strconcat (*given, " ", *family, NULL);
}

/* Numbers that the regulator keeps free for fiction, and a domain that is kept
 * free for examples [RFC 2606]. */
void
cab_sample_draw_reach (CabIds *ids, CabRecord *record, int phone, int email, const char *name)
{
  gboolean mobile = cab_ids_get_uniform (ids, 3) != 0;
  g_autofree char *number = g_strdup_printf ("%s%03u", mobile ? "07700 900" : "01632 960",
                                             cab_ids_get_uniform (ids, 1000));
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  g_autofree char *lower = g_ascii_strdown (ascii, -1);
  g_autofree char *address = NULL;

  g_strcanon (lower, "abcdefghijklmnopqrstuvwxyz", '.');
  address = g_strdup_printf ("%s%u@example.org", lower, cab_ids_get_uniform (ids, 90) + 10);
  cab_record_set_text (record, (guint)phone, number);
  cab_record_set_text (record, (guint)email, address);
}

/* Shaped like a postcode, and none: the last two letters are never given out. */
static char *
dup_postcode (CabIds *ids)
{
  static const char never[] = "CIKMOV";
  guint district = cab_ids_get_uniform (ids, 20) + 1;
  guint sector = cab_ids_get_uniform (ids, 10);
  char first = never[cab_ids_get_uniform (ids, 6)];
  char second = never[cab_ids_get_uniform (ids, 6)];

  return g_strdup_printf ("ZQ%u %u%c%c", district, sector, first, second);
}

void
cab_sample_draw_address (CabIds *ids, CabRecord *client)
{
  guint number = cab_ids_get_uniform (ids, 120) + 1;
  g_autofree char *line = g_strdup_printf ("%u %s", number, DRAW (ids, streets));
  g_autofree char *postcode = dup_postcode (ids);

  cab_record_set_text (client, CLIENT (ADDRESS_LINE_1), line);
  if (cab_ids_get_uniform (ids, 4) == 0)
    cab_record_set_text (client, CLIENT (ADDRESS_LINE_2), "Upper flat");
  cab_record_set_text (client, CLIENT (CITY), DRAW (ids, towns));
  cab_record_set_text (client, CLIENT (REGION), REGION);
  cab_record_set_text (client, CLIENT (POSTCODE), postcode);
  cab_record_set_text (client, CLIENT (COUNTRY), "GB");
}

char *
cab_sample_dup_address (CabIds *ids)
{
  guint number = cab_ids_get_uniform (ids, 120) + 1;
  const char *street = DRAW (ids, streets);
  const char *town = DRAW (ids, towns);
  g_autofree char *postcode = dup_postcode (ids);

  return g_strdup_printf ("%u %s, %s, %s", number, street, town, postcode);
}
