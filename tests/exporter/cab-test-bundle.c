/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-test-bundle.h"

#include "cab-attachment.h"
#include "cab-client.h"
#include "cab-consent.h"
#include "cab-draft.h"
#include "cab-export-error.h"
#include "cab-mood-entry.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-policy-text.h"
#include "cab-practice-settings.h"

#include <string.h>

static guint
find_field (const CabKind *kind, const char *name)
{
  int field = cab_kind_find_field (kind, name);

  if (field < 0)
    g_error ("%s has no field %s", kind->name, name);

  return (guint)field;
}

CabRecord *
cab_test_save (CabTestPractice *test, const char *kind_name, ...)
{
  const CabKind *kind = cab_kind_find (kind_name);
  CabRecord *record = cab_record_new (kind);
  const char *field;
  va_list args;

  va_start (args, kind_name);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      cab_record_parse (record, find_field (kind, field), va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  cab_test_assert_saves (test, record);

  return record;
}

void
cab_test_set_practice (CabTestPractice *test, const char *field, const char *text)
{
  CabRecord *settings = cab_practice_get_settings (test->practice);
  g_autoptr (CabRecord) copy = cab_record_dup (settings);
  g_autoptr (GError) error = NULL;

  cab_record_parse (copy, find_field (&cab_practice_kind, field), text, &error);
  g_assert_no_error (error);
  cab_test_assert_saves (test, copy);
}

CabRecord *
cab_test_add_note (CabTestPractice *test,
                   const char *client_id,
                   const char *held_on,
                   const char *text)
{
  CabRecord *note = cab_test_save (test, "note", "client_id", client_id, "note_kind", "session",
                                   "held_on", held_on, "held_on_zone", "Europe/London", "minutes",
                                   "50", "medium", "room", NULL);
  g_autoptr (GError) error = NULL;

  cab_note_write (test->practice, note, text, CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);

  return note;
}

static void
fill_practice (CabTestPractice *test)
{
  cab_test_set_practice (test, "address", "1 Quiet Street\nLondon");
  cab_test_set_practice (test, "email", "care@practice.example");
  cab_test_set_practice (test, "authority_name", "Information Commissioner’s Office");
  cab_test_set_practice (test, "authority_contact", "Water Lane, Wilmslow");
  cab_test_set_practice (test, "complaint_contact", "care@practice.example");
}

static void
add_client (CabTestBundle *self)
{
  g_autoptr (CabRecord) client = cab_test_save (
      &self->test, "client", "preferred_name", "=Ann", "given_name", "Ann <i>Marie</i>",
      "family_name", "O’Neill & Co", "former_name", "+44 before", "pronouns", "she/her",
      "date_of_birth", "1990-02", "nationality", "Irish", "first_language", "Gaeilge", "declined",
      "religion ethnicity", "address_line_1", "@home", "city", "Galway", "country", "IE", "phone",
      "+353 1 555 0100", "email", "ann@client.example", "presenting", CAB_TEST_HOSTILE,
      "quiet_from", "21:00", "quiet_to", "08:00", "quiet_days", "mon sun", NULL);

  self->client_id = g_strdup (cab_record_get_id (client));
}

static void
add_contact (CabTestBundle *self)
{
  g_autoptr (CabRecord) contact = cab_test_save (
      &self->test, "contact", "contact_kind", "person", "given_name", "Gwen", "family_name",
      "Practice-Doctor", "phone", "0100 555", "contact_note", "Rings back after six.", NULL);
  g_autoptr (CabRecord) link
      = cab_test_save (&self->test, "client-contact", "client_id", self->client_id, "contact_id",
                       cab_record_get_id (contact), "role", "gp", "relationship", "family doctor",
                       "may_be_told", "appointments clinical", "valid_from", "2026-01-01", NULL);

  self->contact_id = g_strdup (cab_record_get_id (contact));
  self->link_id = g_strdup (cab_record_get_id (link));
}

static void
add_notes (CabTestBundle *self)
{
  CabTestPractice *test = &self->test;
  g_autoptr (CabRecord) note
      = cab_test_add_note (test, self->client_id, "2026-02-16T09:00", "First words.");
  g_autoptr (CabRecord) process = NULL;
  g_autoptr (CabRecord) addendum = NULL;
  g_autoptr (GError) error = NULL;
  CabDraftTarget unfinished = { &cab_note_kind, NULL, self->client_id, "text" };

  self->note_id = g_strdup (cab_record_get_id (note));
  cab_clock_advance (test->clock, 1000);
  cab_note_write (test->practice, note, CAB_TEST_HOSTILE, CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);
  cab_clock_advance (test->clock, 1000);
  cab_note_sign (test->practice, note, "I wrote this note.", &error);
  g_assert_no_error (error);
  addendum = cab_note_add_addendum (test->practice, note, CAB_ADDENDUM_KIND_CLIENT_STATEMENT,
                                    "My own words, -1.", "Asked to be added.", &error);
  g_assert_no_error (error);

  process = cab_test_save (test, "process-note", "client_id", self->client_id, "held_on",
                           "2026-02-16T10:00", "held_on_zone", "Europe/London", NULL);
  self->process_note_id = g_strdup (cab_record_get_id (process));
  cab_note_write (test->practice, process, "Countertransference, mine.", CAB_CUT_BECAUSE_LEAVE,
                  &error);
  g_assert_no_error (error);
  cab_draft_keep (test->practice, &unfinished, "Half a sent", &error);
  g_assert_no_error (error);
}

static void
add_moods (CabTestBundle *self)
{
  CabTestPractice *test = &self->test;
  CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GPtrArray) words
      = cab_practice_list (test->practice, cab_kind_find ("emotion-word"), &all, NULL);
  g_autoptr (CabRecord) track
      = cab_test_save (test, "mood-track", "client_id", self->client_id, "label", "Sleep", "unit",
                       "h", "minimum", "0.00", "maximum", "24.00", NULL);
  g_autoptr (CabRecord) entry = cab_record_new (&cab_mood_entry_kind);
  CabMoodWord felt[2] = { { NULL, 7 }, { NULL, 0 } };
  CabMoodNumber slept = { cab_record_get_id (track), 750 };
  g_autoptr (CabRecord) domain = NULL;
  g_autoptr (CabRecord) rating = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const values[] = {
    "felt_at",       "2026-03-01T22:15",
    "felt_at_zone",  "Europe/London",
    "precision",     "minute",
    "entry_source",  "client-diary",
    "valence",       "-4",
    "arousal",       "2",
    "context_words", "-rain · walk",
    "entry_note",    CAB_TEST_HOSTILE,
  };

  felt[0].word_id = cab_record_get_id (g_ptr_array_index (words, 0));
  felt[1].word_id = cab_record_get_id (g_ptr_array_index (words, 1));
  cab_record_set_text (entry, find_field (&cab_mood_entry_kind, "client_id"), self->client_id);
  for (guint i = 0; i < G_N_ELEMENTS (values); i += 2)
    {
      cab_record_parse (entry, find_field (&cab_mood_entry_kind, values[i]), values[i + 1], &error);
      g_assert_no_error (error);
    }
  cab_mood_entry_save (test->practice, entry, felt, 2, &slept, 1, &error);
  g_assert_no_error (error);

  domain = cab_test_save (test, "value-domain", "client_id", self->client_id, "label", "Friends",
                          "position", "1", "active", "true", NULL);
  rating = cab_test_save (test, "value-rating", "domain_id", cab_record_get_id (domain), "rated_on",
                          "2026-03-01", "importance", "9", "lived", "3", "next_action", "+ring Mo",
                          NULL);
}

static void
add_consents (CabTestBundle *self)
{
  CabTestPractice *test = &self->test;
  g_autoptr (CabRecord) policy = cab_record_new (&cab_policy_text_kind);
  static const char *const values[] = {
    "policy_kind",    "consent-text",
    "audience",       "adult",
    "language",       "en",
    "title",          "Consent",
    "body",           "What we ask for:\n" CAB_TEST_HOSTILE,
    "version_number", "1",
    "purposes",       "mood-share transfer",
  };
  CabConsentAnswer answer = { .effective_on = "2026-03-01",
                              .given_by = CAB_GIVEN_BY_CLIENT,
                              .how = CAB_CONSENT_HOW_SIGNED_PAPER,
                              .expires_on = "2027-03-01",
                              .event_note = "@front desk" };
  g_autoptr (CabRecord) transfer = NULL;
  g_autoptr (CabRecord) moods = NULL;
  g_autoptr (CabRecord) later = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i += 2)
    {
      cab_record_parse (policy, find_field (&cab_policy_text_kind, values[i]), values[i + 1],
                        &error);
      g_assert_no_error (error);
    }
  cab_policy_text_publish (test->practice, policy, "2026-02-01", &error);
  g_assert_no_error (error);

  answer.policy_id = cab_record_get_id (policy);
  answer.evidence_id = self->attachment_id;
  transfer
      = cab_consent_grant (test->practice, self->client_id, CAB_PURPOSE_TRANSFER, &answer, &error);
  g_assert_no_error (error);
  moods = cab_consent_grant (test->practice, self->client_id, CAB_PURPOSE_MOOD_SHARE, &answer,
                             &error);
  g_assert_no_error (error);
  cab_clock_advance (test->clock, 1000);
  answer.effective_on = "2026-03-02";
  answer.expires_on = NULL;
  later = cab_consent_withdraw (test->practice, self->client_id, CAB_PURPOSE_MOOD_SHARE, &answer,
                                &error);
  g_assert_no_error (error);
}

static void
add_attachment (CabTestBundle *self)
{
  CabTestPractice *test = &self->test;
  g_autoptr (CabRecord) attachment = cab_record_new (&cab_attachment_kind);
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *content = g_strnfill (150000, 'a');
  g_autoptr (GError) error = NULL;
  static const char *const values[]
      = { "title", "Letter of 3 May", "attachment_kind", "letter-in",
          "dated", "2025-05-03",      "original_name",   "-letter from her mother.txt" };

  memcpy (content, "A letter.\r\n", strlen ("A letter.\r\n"));
  stream = g_memory_input_stream_new_from_data (content, (gssize)strlen (content), NULL);
  cab_record_set_text (attachment, find_field (&cab_attachment_kind, "client_id"), self->client_id);
  for (guint i = 0; i < G_N_ELEMENTS (values); i += 2)
    {
      cab_record_parse (attachment, find_field (&cab_attachment_kind, values[i]), values[i + 1],
                        &error);
      g_assert_no_error (error);
    }
  cab_attachment_add (test->practice, attachment, stream, NULL, &error);
  g_assert_no_error (error);
  self->attachment_id = g_strdup (cab_record_get_id (attachment));
}

CabTestBundle
cab_test_bundle_new (void)
{
  CabTestBundle self = { .test = cab_test_practice_new () };
  g_autoptr (CabRecord) condition = NULL;
  g_autoptr (CabRecord) disclosure = NULL;

  fill_practice (&self.test);
  add_client (&self);
  add_contact (&self);
  add_attachment (&self);
  condition
      = cab_test_save (&self.test, "condition", "client_id", self.client_id, "label", "Low mood",
                       "code_system", "icd-11", "condition_code", "6A70", "diagnosed_on", "2025",
                       "onset", "2024-11", "diagnosed_by", "Dr Who", "certainty", "provisional",
                       "condition_status", "active", "condition_note", CAB_TEST_HOSTILE, NULL);
  add_notes (&self);
  add_moods (&self);
  add_consents (&self);
  disclosure = cab_test_save (
      &self.test, "disclosure", "client_id", self.client_id, "disclosed_at", "2026-02-20T10:00:00Z",
      "direction_kind", "to-third-party", "recipient_name", "=County Court", "what",
      "Dates of attendance, January to February.", "purpose_text", "Ordered by the court.",
      "ground", "court-order", "channel", "post", "encryption", "paper", NULL);
  cab_clock_advance (self.test.clock, 60 * 1000);

  return self;
}

void
cab_test_bundle_clear (CabTestBundle *self)
{
  cab_test_practice_clear (&self->test);
  g_clear_pointer (&self->client_id, g_free);
  g_clear_pointer (&self->note_id, g_free);
  g_clear_pointer (&self->process_note_id, g_free);
  g_clear_pointer (&self->attachment_id, g_free);
  g_clear_pointer (&self->link_id, g_free);
  g_clear_pointer (&self->contact_id, g_free);
}

CabBundleScope *
cab_test_scope_new (CabTestBundle *self, CabBundleProfile profile, const char *target)
{
  CabBundleScope *scope = cab_bundle_scope_new (profile);

  if (profile != CAB_BUNDLE_PROFILE_PRACTICE)
    cab_bundle_scope_set_client_id (scope, self->client_id);
  if (profile == CAB_BUNDLE_PROFILE_TRANSFER)
    {
      cab_bundle_scope_set_process_notes (scope, CAB_BUNDLE_YES);
      cab_bundle_scope_set_recipient (scope, "Dr Next");
    }
  cab_bundle_scope_set_plain (scope, "the client");
  cab_bundle_scope_set_target (scope, target, TRUE, FALSE);

  return scope;
}

CabBundleResult *
cab_test_export (CabTestPractice *test, const CabBundleScope *scope)
{
  g_autoptr (GError) error = NULL;
  CabBundleResult *result = cab_bundle_export (test->practice, scope, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

void
cab_test_refuses (CabTestPractice *test, const CabBundleScope *scope, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = cab_test_folder_dup_listing (&test->folder);
  g_autofree char *after = NULL;
  g_autoptr (CabBundleResult) result
      = cab_bundle_export (test->practice, scope, NULL, NULL, NULL, &error);

  g_assert_error (error, CAB_EXPORT_ERROR, code);
  g_assert_null (result);
  after = cab_test_folder_dup_listing (&test->folder);
  g_assert_cmpstr (before, ==, after);
}

char *
cab_test_read (const char *folder, const char *path, gsize *length)
{
  g_autofree char *file = g_build_filename (folder, path, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (file, &content, length, &error);
  g_assert_no_error (error);
  return content;
}

static void
list_below (const char *folder, const char *prefix, GPtrArray *files)
{
  g_autofree char *path = g_build_filename (folder, prefix, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (prefix, name, NULL);
      g_autofree char *full = g_build_filename (folder, below, NULL);

      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        list_below (folder, below, files);
      else
        g_ptr_array_add (files, g_steal_pointer (&below));
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GStrv
cab_test_list_files (const char *folder)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  list_below (folder, "", files);
  g_ptr_array_sort (files, compare_names);
  g_ptr_array_add (files, NULL);

  return (GStrv)g_ptr_array_free (g_steal_pointer (&files), FALSE);
}

void
cab_test_assert_no_bytes (const char *folder, const char *needle)
{
  g_auto (GStrv) files = cab_test_list_files (folder);

  for (guint i = 0; files[i] != NULL; i++)
    {
      gsize length = 0;
      g_autofree char *content = cab_test_read (folder, files[i], &length);

      if (memmem (content, length, needle, strlen (needle)) != NULL
          || strstr (files[i], needle) != NULL)
        g_error ("%s holds “%s”", files[i], needle);
    }
}

char *
cab_test_folders_differ (const char *first, const char *second)
{
  g_auto (GStrv) here = cab_test_list_files (first);
  g_auto (GStrv) there = cab_test_list_files (second);

  for (guint i = 0; here[i] != NULL || there[i] != NULL; i++)
    {
      gsize length = 0, other_length = 0;
      g_autofree char *content = NULL;
      g_autofree char *other = NULL;

      if (g_strcmp0 (here[i], there[i]) != 0)
        return g_strdup_printf ("%s is not %s", here[i], there[i]);
      content = cab_test_read (first, here[i], &length);
      other = cab_test_read (second, there[i], &other_length);
      if (length != other_length || memcmp (content, other, length) != 0)
        return g_strdup (here[i]);
    }

  return NULL;
}

void
cab_test_add_damaged_disclosure (CabTestPractice *test)
{
  cab_test_practice_damage (
      test, "INSERT INTO disclosure\n"
            "  (id, revision, created_at, modified_at, created_by_id, modified_by_id, origin,\n"
            "   basis6, basis9, sensitivity, content_digest, client_id, disclosed_at,\n"
            "   direction_kind, recipient_name, what, purpose_text, ground, channel, encryption)\n"
            "SELECT '" CAB_TEST_DAMAGED_ID "', revision, created_at, modified_at,\n"
            "  created_by_id, modified_by_id, origin, basis6, basis9, sensitivity, zeroblob (32),\n"
            "  client_id, disclosed_at, direction_kind, recipient_name, what, purpose_text,\n"
            "  ground, channel, encryption\n"
            "FROM disclosure WHERE client_id IS NOT NULL LIMIT 1");
}
