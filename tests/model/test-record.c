/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-record.h"

#include "cab-client.h"
#include "cab-model-error.h"
#include "cab-mood-entry.h"
#include "cab-test-record.h"

#include <string.h>

static void
on_notify_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  guint *n = data;

  (*n)++;
}

static void
assert_nothing_stated (CabRecord *record, const CabField *field, const char *name)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (record), name, &value);
  if (G_VALUE_HOLDS_STRING (&value))
    g_assert_cmpstr (g_value_get_string (&value), ==, NULL);
  else if (G_VALUE_HOLDS_BOOLEAN (&value))
    g_assert_false (g_value_get_boolean (&value));
  else
    g_assert_cmpint (g_value_get_int64 (&value), ==, CAB_NONE);
}

static void
try_property (CabRecord *record, guint index)
{
  const CabField *field = cab_kind_get_field (cab_record_get_kind (record), index);
  g_autofree char *name = cab_field_dup_property_name (field);
  g_auto (GValue) property = G_VALUE_INIT;
  CabValue value = CAB_VALUE_INIT;
  guint n_notified = 0;
  gulong handler = g_signal_connect (record, "notify", G_CALLBACK (on_notify_cb), &n_notified);

  g_test_message ("%s.%s", cab_record_get_kind (record)->name, name);
  assert_nothing_stated (record, field, name);
  cab_test_record_fill_value (cab_record_get_kind (record), index, 1, &value);
  cab_record_set_value (record, index, &value);
  g_assert_cmpuint (n_notified, ==, 1);

  g_object_get_property (G_OBJECT (record), name, &property);
  g_object_set_property (G_OBJECT (record), name, &property);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (cab_value_equal (cab_record_get_value (record, index), &value));

  cab_record_set_none (record, index);
  g_assert_cmpuint (n_notified, ==, 2);
  assert_nothing_stated (record, field, name);

  g_signal_handler_disconnect (record, handler);
  cab_value_clear (&value);
}

/* [M-1] each field is a property: nothing stated, set, one notify, the same value */
static void
test_properties (void)
{
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];
      CabRecord *record = cab_record_new (kind);

      for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
        {
          if (cab_kind_has_field (kind, i) && cab_kind_get_field (kind, i)->type != CAB_FIELD_BYTES)
            try_property (record, i);
        }
      g_assert_finalize_object (G_OBJECT (record));
    }
}

/* [M-2] each field of each kind comes out as it went in, also alone */
static void
test_outside_form (void)
{
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];
      g_autoptr (CabRecord) filled = cab_test_record_new_filled (kind, 1, TRUE);

      for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
        {
          g_autoptr (CabRecord) alone = cab_record_new (kind);
          g_autoptr (GError) error = NULL;
          g_autofree char *text = NULL;

          if (!cab_kind_has_field (kind, i)
              || cab_kind_get_field (kind, i)->type == CAB_FIELD_BYTES)
            continue;
          g_test_message ("%s.%s", kind->name, cab_kind_get_field (kind, i)->name);
          text = cab_record_dup_text (filled, i);
          cab_record_parse (alone, i, text, &error);
          g_assert_no_error (error);
          g_assert_true (
              cab_value_equal (cab_record_get_value (alone, i), cab_record_get_value (filled, i)));
        }
    }
}

/* [M-6] what was loaded stays beside what was set, until it is stored again */
static void
test_loaded_values (void)
{
  const guint city = CAB_OWN (CAB_CLIENT_FIELD_CITY);
  g_autoptr (CabRecord) client = cab_record_new (&cab_client_kind);
  g_autoptr (CabRecord) copy = NULL;

  cab_record_set_text (client, city, "Leeds");
  g_assert_cmpint (cab_record_get_loaded (client, city)->type, ==, CAB_VALUE_NONE);
  g_assert_true (cab_record_is_changed (client, city));

  cab_record_mark_stored (client);
  g_assert_false (cab_record_has_changes (client));
  cab_record_set_text (client, city, "York");
  cab_record_set_text (client, city, "Bath");
  g_assert_cmpstr (cab_record_get_loaded (client, city)->text, ==, "Leeds");
  g_assert_true (cab_record_is_changed (client, city));

  copy = cab_record_dup (client);
  g_assert_cmpstr (cab_record_get_loaded (copy, city)->text, ==, "Leeds");
  g_assert_cmpstr (cab_record_get_text (copy, city), ==, "Bath");

  cab_record_set_text (client, city, "Leeds");
  g_assert_false (cab_record_has_changes (client));
  cab_record_set_none (client, city);
  g_assert_true (cab_record_is_changed (client, city));
  cab_record_mark_stored (client);
  g_assert_cmpint (cab_record_get_loaded (client, city)->type, ==, CAB_VALUE_NONE);
}

/* [M-17] a refusal names kind, field and what is allowed, and sets nothing */
static void
test_refusal_names_the_place (void)
{
  g_autoptr (CabRecord) entry = cab_record_new (&cab_mood_entry_kind);
  g_autoptr (GError) error = NULL;

  g_assert_false (cab_record_parse (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE), "5", &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Mood entry, valence: 5 is outside −4 to 4.");
  g_assert_true (cab_record_is_none (entry, CAB_OWN (CAB_MOOD_ENTRY_FIELD_VALENCE)));
}

/* [M-17], [W-122] a form finds the field that a refusal names, and what is said of it */
static void
test_refused_field (void)
{
  g_autoptr (CabRecord) entry = cab_record_new (&cab_mood_entry_kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) whole = NULL;
  const char *sentence = NULL;

  for (guint i = CAB_N_SYSTEM_FIELDS; i < cab_kind_get_n_fields (&cab_mood_entry_kind); i++)
    {
      g_clear_error (&error);
      cab_record_set_error (entry, (int)i, CAB_MODEL_ERROR_INVALID, &error, "%s", "not this.");
      g_assert_cmpint (cab_record_find_refused (entry, error, &sentence), ==, (int)i);
      g_assert_cmpstr (sentence, ==, "not this.");
    }

  cab_record_set_error (entry, -1, CAB_MODEL_ERROR_HELD, &whole, "%s", "not now.");
  g_assert_cmpint (cab_record_find_refused (entry, whole, &sentence), ==, -1);
  g_assert_cmpstr (sentence, ==, "Mood entry: not now.");
}

/* [M-2] a required field that is missing is refused by name, for each kind */
static void
test_required (void)
{
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];

      for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
        {
          g_autoptr (CabRecord) record = cab_test_record_new_filled (kind, 1, TRUE);
          g_autoptr (GError) error = NULL;

          if (!cab_kind_has_field (kind, i) || i == CAB_SYSTEM_CONTENT_DIGEST)
            continue;
          g_test_message ("%s.%s", kind->name, cab_kind_get_field (kind, i)->name);
          cab_record_check (record, &error);
          g_assert_no_error (error);
          cab_record_set_none (record, i);
          g_assert_true (cab_record_check (record, &error)
                         == (cab_kind_get_field (kind, i)->required != CAB_REQUIRED_YES
                             && cab_kind_get_field (kind, i)->type != CAB_FIELD_LOCAL
                             && cab_kind_get_field (kind, i)->type != CAB_FIELD_ZONE));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/record/every-field-is-a-property", test_properties);
  g_test_add_func ("/model/record/outside-form-comes-back", test_outside_form);
  g_test_add_func ("/model/record/loaded-values-stay", test_loaded_values);
  g_test_add_func ("/model/record/refusal-names-the-place", test_refusal_names_the_place);
  g_test_add_func ("/model/record/refused-field", test_refused_field);
  g_test_add_func ("/model/record/required-fields", test_required);

  return g_test_run ();
}
