/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bundle-profile.h"

#include "cab-codes.h"

#include <string.h>

static guint
find_field (const CabKind *kind, const char *name)
{
  int field = cab_kind_find_field (kind, name);

  if (field < 0)
    g_error ("%s has no field %s", kind->name, name);

  return (guint)field;
}

static CabRecord *
make_record (const CabKind *kind, int origin, int basis6, int basis9)
{
  CabRecord *record = cab_record_new (kind);

  if (!kind->without_system_fields)
    {
      cab_record_set_code (record, CAB_SYSTEM_ORIGIN, origin);
      cab_record_set_code (record, CAB_SYSTEM_BASIS6, basis6);
      cab_record_set_code (record, CAB_SYSTEM_BASIS9, basis9);
    }

  return record;
}

/* [M-3] all pairs of class and origin: the origin lowers and never raises */
static void
test_origin_lowers_and_never_raises (void)
{
  static const struct
  {
    CabRight right;
    const char *by_origin; /* provided observed authored received derived */
  } cases[] = {
    { CAB_RIGHT_PROVIDED, "PPARD" }, { CAB_RIGHT_OBSERVED, "OOARD" },
    { CAB_RIGHT_AUTHORED, "AAAAA" }, { CAB_RIGHT_DERIVED, "DDDDD" },
    { CAB_RIGHT_RECEIVED, "RRRRR" },
  };
  static const char letters[] = " POADR";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (int origin = 0; origin < 5; origin++)
        {
          CabRight effective = cab_bundle_right_get_effective (cases[i].right, origin);

          if (letters[effective] != cases[i].by_origin[origin])
            g_error ("%c in origin %s is %c", letters[cases[i].right],
                     cab_origin_codes.codes[origin].code, letters[effective]);
        }
    }

  /* Nobody said where it came from: not the subject's. */
  g_assert_cmpint (cab_bundle_right_get_effective (CAB_RIGHT_PROVIDED, -1), ==, CAB_RIGHT_AUTHORED);
}

static gboolean
is_named (const char *const *list, const char *kind, const char *field)
{
  g_autofree char *name = g_strjoin (field == NULL ? NULL : ".", kind, field, NULL);

  return g_strv_contains (list, name);
}

/* What the table of [B-5] says by name, in words of the test's own. */
static gboolean
expect_portable (const CabKind *kind, const CabField *field, guint index, CabRecord *record)
{
  static const char *const never[]
      = { "practice",  "signature",  "process-note",  "process-note-version",
          "condition", "draft",      "disclosure",    "tombstone",
          "audit",     "preference", "bundle-import", "blob-chunk",
          "learned-word", NULL };
  static const char *const always[] = { "note.client_id", "note.held_on", "note.held_on_zone",
                                        "note.minutes",   "note.medium",  NULL };
  static const char *const numbers[] = { "note-version.number",
                                         "addendum.sequence",
                                         "note-version.digest",
                                         "note-version.previous_digest",
                                         "addendum.digest",
                                         "addendum.previous_digest",
                                         NULL };
  static const char *const shared[] = { "clinician", "policy-text", "emotion-word", "blob", NULL };
  int origin = cab_record_get_code (record, CAB_SYSTEM_ORIGIN);
  int basis6 = cab_record_get_code (record, CAB_SYSTEM_BASIS6);
  int basis9 = cab_record_get_code (record, CAB_SYSTEM_BASIS9);

  if (is_named (never, kind->name, NULL) || is_named (numbers, kind->name, field->name)
      || (field->flags & CAB_FLAG_INTERNAL) != 0)
    return FALSE;
  if (index < CAB_N_SYSTEM_FIELDS)
    return index == CAB_SYSTEM_ID
           || (index == CAB_SYSTEM_ORIGIN && strcmp (kind->name, "clinician") != 0);
  if (is_named (shared, kind->name, NULL))
    return strcmp (kind->name, "clinician") != 0 || strcmp (field->name, "display_name") == 0;
  if (basis6 != CAB_BASIS6_CONSENT && basis6 != CAB_BASIS6_CONTRACT
      && basis9 != CAB_BASIS9_EXPLICIT_CONSENT)
    return FALSE;
  if (is_named (always, kind->name, field->name))
    return TRUE;

  return (field->right == CAB_RIGHT_PROVIDED || field->right == CAB_RIGHT_OBSERVED)
         && (origin == CAB_ORIGIN_PROVIDED || origin == CAB_ORIGIN_OBSERVED);
}

/* [B-1] [B-5] [M-3] portability over all kinds, fields, origins and bases */
static void
test_portability_takes_what_the_law_covers (void)
{
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];

      for (int at = 0; at < 5 * 7 * 8; at++)
        {
          g_autoptr (CabRecord) record = make_record (kind, at % 5, at / 5 % 7, at / 35);

          for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
            {
              const CabField *field = cab_kind_get_field (kind, i);

              if (cab_kind_has_field (kind, i)
                  && cab_bundle_takes (CAB_BUNDLE_PROFILE_PORTABILITY, kind, i, record)
                         != expect_portable (kind, field, i, record))
                g_error ("%s.%s, origin %d, basis6 %d, basis9 %d", kind->name, field->name, at % 5,
                         at / 5 % 7, at / 35);
            }
        }
    }
}

/* [B-1] [B-2] the other profiles do not look at class, origin or basis */
static void
test_other_profiles_take_every_class (void)
{
  static const CabBundleProfile others[]
      = { CAB_BUNDLE_PROFILE_ACCESS, CAB_BUNDLE_PROFILE_TRANSFER, CAB_BUNDLE_PROFILE_PRACTICE,
          CAB_BUNDLE_PROFILE_DISCLOSURES };

  for (guint p = 0; p < G_N_ELEMENTS (others); p++)
    {
      for (guint k = 0; cab_kinds[k] != NULL; k++)
        {
          const CabKind *kind = cab_kinds[k];

          for (int at = 0; at < 5 * 7 * 8; at++)
            {
              g_autoptr (CabRecord) record = make_record (kind, at % 5, at / 5 % 7, at / 35);

              for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
                {
                  if (cab_bundle_takes (others[p], kind, i, record)
                      != cab_bundle_takes (others[p], kind, i, NULL))
                    g_error ("%s: %s.%s depends on the record",
                             cab_bundle_profile_get_rules (others[p])->name, kind->name,
                             cab_kind_get_field (kind, i)->name);
                }
            }
        }
    }
}

/* [B-2] a field that is not internal is in the practice's bundle, one that is in none */
static void
test_every_field_is_exported_or_internal (void)
{
  for (guint k = 0; cab_kinds[k] != NULL; k++)
    {
      const CabKind *kind = cab_kinds[k];

      for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
        {
          const CabField *field = cab_kind_get_field (kind, i);
          gboolean internal = kind->internal || (field->flags & CAB_FLAG_INTERNAL) != 0;

          if (!cab_kind_has_field (kind, i))
            continue;
          if (cab_bundle_takes (CAB_BUNDLE_PROFILE_PRACTICE, kind, i, NULL) == internal)
            g_error ("%s.%s: internal %d", kind->name, field->name, internal);
          for (guint p = 0; internal && p < CAB_N_BUNDLE_PROFILES; p++)
            g_assert_false (cab_bundle_takes ((CabBundleProfile)p, kind, i, NULL));
        }
    }
}

/* [B-5] the rows of the table that name kinds and fields */
static void
test_table_names_kinds_and_fields (void)
{
  static const struct
  {
    const char *name;
    const char *takes; /* access portability transfer practice disclosures: y or n */
  } cases[] = {
    { "client.family_name", "yyyyn" },
    { "client.reference", "ynyyn" },
    { "client.status", "ynyyn" },
    { "client.revision", "nnyyn" },
    { "client.modified_at", "nnyyn" },
    { "client.origin", "yyyyn" },
    { "note.modified_at", "ynyyn" },
    { "client.started_on", "yyyyn" },
    { "client.competence_note", "ynyyn" },
    { "client.restriction_note", "ynyyn" },
    { "client.content_digest", "nnnnn" },
    { "clinician.display_name", "yyyyy" },
    { "clinician.registration_number", "nnyyn" },
    { "clinician.created_at", "nnyyn" },
    { "contact.family_name", "yyyyn" },
    { "contact.contact_note", "ynyyn" },
    { "note.held_on", "yyyyn" },
    { "note.next_time", "ynyyn" },
    { "note.note_kind", "ynyyn" },
    { "note-version.text", "ynyyn" },
    { "note-version.number", "nnyyn" },
    { "note-version.digest", "nnyyn" },
    { "signature.signed_at", "nnyyn" },
    { "addendum.text", "yyyyn" },
    { "addendum.sequence", "nnyyn" },
    { "process-note-version.text", "ynyyn" },
    { "mood-entry.valence", "yyyyn" },
    { "value-rating.lived", "yyyyn" },
    { "condition.label", "ynyyn" },
    { "draft.body", "ynyyn" },
    { "policy-text.body", "yyyyn" },
    { "consent-event.given_by", "yyyyn" },
    { "attachment.title", "yyyyn" },
    { "blob.sha512", "yyyyn" },
    { "disclosure.recipient_name", "ynyyy" },
    { "practice.name", "nnnyn" },
    { "tombstone.erased_id", "nnnyn" },
    { "preference.value", "nnnyn" },
    { "learned-word.word", "nnnyn" },
    { "audit.at", "ynnyn" },
    { "audit.sequence", "nnnyn" },
    { "audit.changes", "nnnyn" },
    { "audit.actor_id", "nnnyn" },
    { "bundle-import.made_by", "nnnyn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].name, ".", 2);
      const CabKind *kind = cab_kind_find (parts[0]);
      guint field = find_field (kind, parts[1]);

      for (guint p = 0; p < CAB_N_BUNDLE_PROFILES; p++)
        {
          gboolean takes = cab_bundle_takes ((CabBundleProfile)p, kind, field, NULL);

          if (takes != (cases[i].takes[p] == 'y'))
            g_error ("%s in %s: %d", cases[i].name,
                     cab_bundle_profile_get_rules ((CabBundleProfile)p)->name, takes);
        }
    }
}

/* [B-5] of addenda, portability gives the client's own words alone */
static void
test_portability_gives_only_the_clients_statements (void)
{
  const CabKind *kind = cab_kind_find ("addendum");
  g_autoptr (CabRecord) record
      = make_record (kind, CAB_ORIGIN_PROVIDED, CAB_BASIS6_CONTRACT, CAB_BASIS9_HEALTH_CARE);
  guint text = find_field (kind, "text");

  cab_record_set_text (record, text, "words");
  cab_record_set_text (record, find_field (kind, "addendum_kind"), "correction");
  g_assert_false (cab_bundle_takes_record (CAB_BUNDLE_PROFILE_PORTABILITY, record));

  cab_record_set_text (record, find_field (kind, "addendum_kind"), "client-statement");
  g_assert_true (cab_bundle_takes_record (CAB_BUNDLE_PROFILE_PORTABILITY, record));
  g_assert_false (
      cab_bundle_takes (CAB_BUNDLE_PROFILE_PORTABILITY, kind, find_field (kind, "reason"), record));
}

/* [B-3] a record of references alone is not written */
static void
test_record_needs_a_value_of_its_own (void)
{
  const CabKind *kind = cab_kind_find ("mood-emotion");
  g_autoptr (CabRecord) record
      = make_record (kind, CAB_ORIGIN_PROVIDED, CAB_BASIS6_CONTRACT, CAB_BASIS9_HEALTH_CARE);

  cab_record_set_text (record, CAB_SYSTEM_ID, "00000000-0000-4000-8000-000000000001");
  cab_record_set_text (record, find_field (kind, "entry_id"),
                       "00000000-0000-4000-8000-000000000002");
  g_assert_false (cab_bundle_takes_record (CAB_BUNDLE_PROFILE_ACCESS, record));

  cab_record_set_integer (record, find_field (kind, "intensity"), 0);
  g_assert_true (cab_bundle_takes_record (CAB_BUNDLE_PROFILE_ACCESS, record));
}

/* [B-1] the table names only kinds and fields that exist, and each profile once */
static void
test_table_has_no_dead_names (void)
{
  for (guint p = 0; p < CAB_N_BUNDLE_PROFILES; p++)
    {
      const CabBundleRules *rules = cab_bundle_profile_get_rules ((CabBundleProfile)p);
      const char *const *lists[]
          = { rules->only_kinds, rules->kinds_left_out, rules->journal_kinds };
      CabBundleProfile found;

      g_assert_true (cab_bundle_profile_find (rules->name, &found));
      g_assert_cmpint (found, ==, p);
      g_assert_cmpstr (cab_bundle_profile_codes.codes[p].code, ==, rules->name);

      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        {
          for (const char *const *at = lists[i]; at != NULL && *at != NULL; at++)
            g_assert_nonnull (cab_kind_find (*at));
        }
      for (const char *const *at = rules->fields_left_out; at != NULL && *at != NULL; at++)
        {
          g_auto (GStrv) parts = g_strsplit (*at, ".", 2);

          find_field (cab_kind_find (parts[0]), parts[1]);
        }
      for (const CabBundleTaken *at = rules->fields_taken; at != NULL && at->kind != NULL; at++)
        find_field (cab_kind_find (at->kind), at->field);
      for (const CabBundleShared *at = rules->shared; at != NULL && at->kind != NULL; at++)
        {
          for (const char *const *field = at->fields; field != NULL && *field != NULL; field++)
            find_field (cab_kind_find (at->kind), *field);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bundle-profile/origin-lowers-and-never-raises",
                   test_origin_lowers_and_never_raises);
  g_test_add_func ("/bundle-profile/portability-takes-what-the-law-covers",
                   test_portability_takes_what_the_law_covers);
  g_test_add_func ("/bundle-profile/other-profiles-take-every-class",
                   test_other_profiles_take_every_class);
  g_test_add_func ("/bundle-profile/every-field-is-exported-or-internal",
                   test_every_field_is_exported_or_internal);
  g_test_add_func ("/bundle-profile/table-names-kinds-and-fields",
                   test_table_names_kinds_and_fields);
  g_test_add_func ("/bundle-profile/portability-gives-only-the-clients-statements",
                   test_portability_gives_only_the_clients_statements);
  g_test_add_func ("/bundle-profile/record-needs-a-value-of-its-own",
                   test_record_needs_a_value_of_its_own);
  g_test_add_func ("/bundle-profile/table-has-no-dead-names", test_table_has_no_dead_names);

  return g_test_run ();
}
