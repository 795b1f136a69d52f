/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include <glib/gi18n.h>

#include "cab-hand-form.h"
#include "cab-hand-scale.h"
#include "cab-hand-step.h"
#include "cab-value-domain.h"
#include "cab-values-sheet.h"

/* Two questions a value, and one at the end. */
#define N_OF_VALUE 2

#define IMPORTANCE "importance"
#define LIVED "lived"
#define HEADING "heading"
#define NEXT "next_action"

static const char *
get_label (CabRecord *domain)
{
  return cab_record_get_text (domain, CAB_OWN (CAB_VALUE_DOMAIN_FIELD_LABEL));
}

static CabHandScale *
get_scale (GPtrArray *questions, guint value, guint which)
{
  CabHandQuestion *question = questions->pdata[value * N_OF_VALUE + which];

  return CAB_HAND_SCALE (question->answer);
}

static CabHandStep *
get_step (GPtrArray *questions)
{
  CabHandQuestion *question = questions->pdata[questions->len - 1];

  return CAB_HAND_STEP (question->answer);
}

static guint
count_values (GPtrArray *questions)
{
  return (questions->len - 1) / N_OF_VALUE;
}

/* Both numbers or none: one alone is no rating [M-46]. */
static gboolean
is_rated (GPtrArray *questions, guint value)
{
  return cab_hand_scale_get_number (get_scale (questions, value, 0)) >= 0
         && cab_hand_scale_get_number (get_scale (questions, value, 1)) >= 0;
}

static gboolean
prepare_step (CabHandQuestion *question, GPtrArray *questions)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; i < count_values (questions); i++)
    if (is_rated (questions, i))
      {
        CabHandQuestion *of_value = questions->pdata[i * N_OF_VALUE];

        g_ptr_array_add (values, of_value->heading);
      }
  if (values->len == 0)
    return FALSE;

  g_ptr_array_add (values, NULL);
  cab_hand_step_offer (CAB_HAND_STEP (question->answer), (const char *const *)values->pdata);

  return TRUE;
}

static gpointer
read_values (CabPractice *practice, const char *client_id, GError **error)
{
  return cab_values_sheet_read (practice, client_id, NULL, error);
}

static void
show_number (GtkWidget *scale, CabRecord *rating, guint field)
{
  gint64 number = -1;

  cab_record_get_integer (rating, field, &number);
  cab_hand_scale_set_number (CAB_HAND_SCALE (scale), (int)number);
}

static void
ask_value (GPtrArray *questions, const char *label, CabRecord *rating)
{
  const char *how_important = _ ("How important is this to you?");
  const char *how_lived = _ ("How much have you lived it lately?");
  GtkWidget *importance = cab_hand_scale_new (how_important, _ ("Not at all"), _ ("Very much"));
  GtkWidget *lived = cab_hand_scale_new (how_lived, _ ("Not at all"), _ ("Fully"));

  show_number (importance, rating, CAB_OWN (CAB_VALUE_RATING_FIELD_IMPORTANCE));
  show_number (lived, rating, CAB_OWN (CAB_VALUE_RATING_FIELD_LIVED));
  g_ptr_array_add (questions, cab_hand_question_new (label, how_important, importance, N_OF_VALUE));
  g_ptr_array_add (questions, cab_hand_question_new (label, how_lived, lived, 0));
}

static GPtrArray *
ask_values (gpointer sheet)
{
  CabValuesSheet *values = sheet;
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_hand_question_free);
  CabHandQuestion *step
      = cab_hand_question_new (NULL, _ ("Is there one thing you would like to do next?"),
                               cab_hand_step_new (_ ("One thing to do")), 1);

  for (guint i = 0; i < values->domains->len; i++)
    ask_value (questions, get_label (values->domains->pdata[i]), values->ratings->pdata[i]);
  step->prepare = prepare_step;
  g_ptr_array_add (questions, step);

  return questions;
}

static void
keep_number (GKeyFile *draft, const char *group, const char *key, CabHandScale *scale)
{
  int number = cab_hand_scale_get_number (scale);

  if (number >= 0)
    g_key_file_set_integer (draft, group, key, number);
}

/* By their headings, since a draft is read by people too: it is held data [M-18]. */
static void
keep_values (gpointer sheet, GPtrArray *questions, GKeyFile *draft)
{
  CabHandStep *step = get_step (questions);
  g_autofree char *value = cab_hand_step_dup_value (step);

  for (guint i = 0; i < count_values (questions); i++)
    {
      g_autofree char *group = g_strdup_printf ("value %u", i + 1);
      CabHandQuestion *question = questions->pdata[i * N_OF_VALUE];

      keep_number (draft, group, IMPORTANCE, get_scale (questions, i, 0));
      keep_number (draft, group, LIVED, get_scale (questions, i, 1));
      if (g_key_file_has_group (draft, group))
        g_key_file_set_string (draft, group, HEADING, question->heading);
    }
  if (*cab_hand_step_get_text (step) != '\0')
    g_key_file_set_string (draft, NEXT, NEXT, cab_hand_step_get_text (step));
  if (*cab_hand_step_get_text (step) != '\0' && value != NULL)
    g_key_file_set_string (draft, NEXT, HEADING, value);
}

static void
restore_number (GKeyFile *draft, const char *group, const char *key, CabHandScale *scale)
{
  if (g_key_file_has_key (draft, group, key, NULL))
    cab_hand_scale_set_number (scale,
                               CLAMP (g_key_file_get_integer (draft, group, key, NULL), 0, 10));
}

static void
restore_value (GPtrArray *questions, GKeyFile *draft, const char *group)
{
  g_autofree char *heading = g_key_file_get_string (draft, group, HEADING, NULL);

  for (guint i = 0; i < count_values (questions); i++)
    {
      CabHandQuestion *question = questions->pdata[i * N_OF_VALUE];

      if (g_strcmp0 (question->heading, heading) != 0)
        continue;
      restore_number (draft, group, IMPORTANCE, get_scale (questions, i, 0));
      restore_number (draft, group, LIVED, get_scale (questions, i, 1));
    }
}

static void
restore_values (gpointer sheet, GPtrArray *questions, GKeyFile *draft)
{
  g_auto (GStrv) groups = g_key_file_get_groups (draft, NULL);
  g_autofree char *next = g_key_file_get_string (draft, NEXT, NEXT, NULL);
  g_autofree char *value = g_key_file_get_string (draft, NEXT, HEADING, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    restore_value (questions, draft, groups[i]);
  cab_hand_step_set (get_step (questions), next, value);
}

static CabRecord *
take_rating (CabRecord *stored, GPtrArray *questions, guint value, const char *next)
{
  CabRecord *rating = cab_record_dup (stored);

  cab_record_set_integer (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_IMPORTANCE),
                          cab_hand_scale_get_number (get_scale (questions, value, 0)));
  cab_record_set_integer (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_LIVED),
                          cab_hand_scale_get_number (get_scale (questions, value, 1)));
  if (next != NULL)
    cab_record_set_text (rating, CAB_OWN (CAB_VALUE_RATING_FIELD_NEXT_ACTION), next);

  return rating;
}

/* A value that was rated before today’s answers and is skipped now stays as it is. */
static gpointer
take_values (gpointer sheet, GPtrArray *questions)
{
  CabValuesSheet *values = sheet;
  CabHandStep *step = get_step (questions);
  g_autofree char *chosen = cab_hand_step_dup_value (step);
  const char *next = cab_hand_step_get_text (step);
  g_autoptr (CabValuesGiven) given = cab_values_given_new ();

  for (guint i = 0; i < values->domains->len; i++)
    {
      gboolean is_next
          = *next != '\0' && g_strcmp0 (get_label (values->domains->pdata[i]), chosen) == 0;

      if (is_rated (questions, i))
        g_ptr_array_add (given->ratings, take_rating (values->ratings->pdata[i], questions, i,
                                                      is_next ? next : NULL));
    }

  return given->ratings->len > 0 ? g_steal_pointer (&given) : NULL;
}

static gboolean
write_values (CabPractice *practice, gpointer given, GError **error)
{
  GError *refused = NULL;

  cab_values_given_save_job (practice, given, NULL, &refused);
  if (refused != NULL)
    g_propagate_error (error, refused);

  return refused == NULL;
}

const CabHandForm cab_hand_values_form = {
  .kind = &cab_value_rating_kind,
  .field = NEXT,
  .read = read_values,
  .sheet_free = (GDestroyNotify)cab_values_sheet_free,
  .ask = ask_values,
  .keep = keep_values,
  .restore = restore_values,
  .take = take_values,
  .write = write_values,
  .given_free = (GDestroyNotify)cab_values_given_free,
};
