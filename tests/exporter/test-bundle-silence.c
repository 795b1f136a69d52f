/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-bundle.h"

#include "cab-attachment.h"
#include "cab-audit-record.h"
#include "cab-draft.h"
#include "cab-note.h"
#include "cab-process-note.h"

#include <string.h>

#include "cab-test-bundle.h"

/* A word that stands in every item that is withheld, and nowhere else. */
#define CANARY "Quetzalcoatl"

typedef char *(*AddFunc) (CabTestBundle *self);

static char *
add_note (CabTestBundle *self)
{
  CabTestPractice *test = &self->test;
  g_autoptr (CabRecord) note
      = cab_test_add_note (test, self->client_id, "2026-03-01T09:00", CANARY " one");
  g_autoptr (CabRecord) addendum = NULL;
  CabDraftTarget unfinished
      = { &cab_note_kind, cab_record_get_id (note), self->client_id, "next_time" };
  g_autoptr (GError) error = NULL;

  cab_note_write (test->practice, note, CANARY " two", CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);
  cab_note_sign (test->practice, note, "I wrote this note.", &error);
  g_assert_no_error (error);
  addendum = cab_note_add_addendum (test->practice, note, CAB_ADDENDUM_KIND_ADDITION,
                                    CANARY " three", "More", &error);
  g_assert_no_error (error);
  cab_draft_keep (test->practice, &unfinished, CANARY " four", &error);
  g_assert_no_error (error);

  return g_strdup (cab_record_get_id (note));
}

static char *
add_process_note (CabTestBundle *self)
{
  g_autoptr (CabRecord) note
      = cab_test_save (&self->test, "process-note", "client_id", self->client_id, "held_on",
                       "2026-03-01T10:00", "held_on_zone", "Europe/London", NULL);
  g_autoptr (GError) error = NULL;

  cab_note_write (self->test.practice, note, CANARY, CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);

  return g_strdup (cab_record_get_id (note));
}

/* With a disclosure that names it. */
static char *
add_attachment (CabTestBundle *self)
{
  g_autoptr (CabRecord) attachment = cab_record_new (&cab_attachment_kind);
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_data (CANARY, strlen (CANARY), NULL);
  g_autoptr (CabRecord) disclosure = NULL;
  g_autoptr (GError) error = NULL;

  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_CLIENT_ID), self->client_id);
  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_TITLE), "Report by " CANARY);
  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_ATTACHMENT_KIND), "report");
  cab_record_set_text (attachment, CAB_OWN (CAB_ATTACHMENT_FIELD_ORIGINAL_NAME), CANARY ".txt");
  cab_attachment_add (self->test.practice, attachment, stream, NULL, &error);
  g_assert_no_error (error);
  disclosure = cab_test_save (
      &self->test, "disclosure", "client_id", self->client_id, "disclosed_at",
      "2026-03-02T09:30:00Z", "direction_kind", "to-third-party", "recipient_name", "Clinic",
      "what", "The report by quetzalcoatl, in copy.", "purpose_text", "Treatment.", "ground",
      "treatment", "channel", "post", "encryption", "paper", NULL);

  return g_strdup (cab_record_get_id (attachment));
}

static char *
add_link (CabTestBundle *self, gboolean whole)
{
  g_autoptr (CabRecord) contact = cab_test_save (&self->test, "contact", "contact_kind", "person",
                                                 "family_name", CANARY, NULL);
  g_autoptr (CabRecord) link
      = cab_test_save (&self->test, "client-contact", "client_id", self->client_id, "contact_id",
                       cab_record_get_id (contact), "role", "partner", NULL);

  return g_strdup (cab_record_get_id (whole ? contact : link));
}

static char *
add_client_contact (CabTestBundle *self)
{
  return add_link (self, FALSE);
}

static char *
add_contact (CabTestBundle *self)
{
  return add_link (self, TRUE);
}

static char *
add_condition (CabTestBundle *self)
{
  g_autoptr (CabRecord) condition
      = cab_test_save (&self->test, "condition", "client_id", self->client_id, "label", CANARY,
                       "certainty", "confirmed", "condition_status", "active", NULL);

  return g_strdup (cab_record_get_id (condition));
}

static char *
add_value (CabTestBundle *self)
{
  g_autoptr (CabRecord) domain
      = cab_test_save (&self->test, "value-domain", "client_id", self->client_id, "label", CANARY,
                       "position", "2", "active", "true", NULL);
  g_autoptr (CabRecord) rating = cab_test_save (
      &self->test, "value-rating", "domain_id", cab_record_get_id (domain), "rated_on",
      "2026-03-01", "importance", "5", "lived", "5", "next_action", CANARY, NULL);

  return g_strdup (cab_record_get_id (domain));
}

static char *
add_draft (CabTestBundle *self)
{
  CabDraftTarget target = { &cab_process_note_kind, NULL, self->client_id, "text" };
  g_autoptr (CabRecord) draft = NULL;
  g_autoptr (GError) error = NULL;

  cab_draft_keep (self->test.practice, &target, CANARY, &error);
  g_assert_no_error (error);
  cab_draft_find (self->test.practice, &target, &draft, &error);
  g_assert_no_error (error);

  return g_strdup (cab_record_get_id (draft));
}

static char *
add_disclosure (CabTestBundle *self)
{
  g_autoptr (CabRecord) disclosure
      = cab_test_save (&self->test, "disclosure", "client_id", self->client_id, "disclosed_at",
                       "2026-03-02T09:30:00Z", "direction_kind", "to-third-party", "recipient_name",
                       CANARY, "what", "Everything.", "purpose_text", "Treatment.", "ground",
                       "treatment", "channel", "post", "encryption", "paper", NULL);

  return g_strdup (cab_record_get_id (disclosure));
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (from, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, content, (gssize)length, &error);
  g_assert_no_error (error);
}

/* The practice as it was kept, at the moment it was kept: what was done to it
 * since has never been. */
static void
go_back (CabTestBundle *self, const char *original, gint64 wall_ms)
{
  g_clear_object (&self->test.practice);
  copy_file (original, self->test.path);
  cab_clock_set_wall_ms (self->test.clock, wall_ms);
  cab_test_practice_reopen (&self->test, CAB_VAULT_OPEN_USE_OLDER);
}

/* Two practices must be asked at the same moment and draw the same numbers, or
 * the bundles would differ by that alone. */
static CabBundleResult *
export_at_one_moment (CabTestBundle *self,
                      CabBundleProfile profile,
                      const char *folder,
                      const char *withheld)
{
  g_autoptr (CabBundleScope) scope = cab_test_scope_new (self, profile, folder);
  g_autoptr (GError) error = NULL;

  cab_clock_set_wall_ms (self->test.clock, G_GINT64_CONSTANT (1772532000) * 1000);
  g_clear_pointer (&self->test.ids, cab_ids_unref);
  self->test.ids = cab_ids_new_counted (77);
  cab_test_practice_reopen (&self->test, CAB_VAULT_OPEN_USE_OLDER);
  if (withheld != NULL)
    cab_bundle_scope_add_withhold (scope, withheld, "not-covered", &error);
  g_assert_no_error (error);

  return cab_test_export (&self->test, scope);
}

/* The anchor names a point of the practice's own log, in which the item is; it
 * is the same only where the log is. */
static void
mask_anchor (const char *folder)
{
  static const char *const files[] = { "bag-info.txt", "tagmanifest-sha512.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      g_autofree char *content = cab_test_read (folder, files[i], NULL);
      g_autoptr (GRegex) regex = g_regex_new (
          "^Cabinet-Audit-Anchor: .*$|^[0-9a-f]{128}  bag-info.txt$", G_REGEX_MULTILINE, 0, NULL);
      g_autofree char *masked = g_regex_replace (regex, content, -1, 0, "masked", 0, NULL);

      g_assert_cmpstr (masked, !=, content);
      g_assert_true (g_file_set_contents (path, masked, -1, NULL));
    }
}

static void
assert_silent (CabTestBundle *self,
               const char *original,
               const char *name,
               AddFunc add,
               CabBundleProfile profile)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *with = cab_test_folder_dup_path (&folder, "bundle-with");
  g_autofree char *without = cab_test_folder_dup_path (&folder, "bundle-without");
  gint64 kept = cab_clock_get_wall_ms (self->test.clock);
  g_autofree char *withheld = NULL;
  g_autofree char *difference = NULL;
  g_autoptr (CabBundleResult) first = NULL;
  g_autoptr (CabBundleResult) second = NULL;

  go_back (self, original, kept);
  withheld = add (self);
  first = export_at_one_moment (self, profile, with, withheld);
  cab_test_assert_no_bytes (with, CANARY);

  go_back (self, original, kept);
  second = export_at_one_moment (self, profile, without, NULL);
  cab_clock_set_wall_ms (self->test.clock, kept);

  mask_anchor (with);
  mask_anchor (without);
  difference = cab_test_folders_differ (with, without);
  if (difference != NULL)
    g_error ("%s shows in %s of %s", name, difference,
             cab_bundle_profile_get_rules (profile)->name);
}

/* [B-64] [B-65] a practice that withholds an item silently and one that never
 * had it give bundles that are equal byte for byte */
static void
test_withheld_item_leaves_no_trace (void)
{
  static const struct
  {
    const char *name;
    AddFunc add;
    CabBundleProfile profile;
  } cases[] = {
    { "note", add_note, CAB_BUNDLE_PROFILE_ACCESS },
    { "note", add_note, CAB_BUNDLE_PROFILE_PORTABILITY },
    { "process-note", add_process_note, CAB_BUNDLE_PROFILE_ACCESS },
    { "attachment", add_attachment, CAB_BUNDLE_PROFILE_ACCESS },
    { "attachment", add_attachment, CAB_BUNDLE_PROFILE_PORTABILITY },
    { "client-contact", add_client_contact, CAB_BUNDLE_PROFILE_ACCESS },
    { "contact", add_contact, CAB_BUNDLE_PROFILE_ACCESS },
    { "condition", add_condition, CAB_BUNDLE_PROFILE_ACCESS },
    { "value", add_value, CAB_BUNDLE_PROFILE_ACCESS },
    { "draft", add_draft, CAB_BUNDLE_PROFILE_ACCESS },
    { "disclosure", add_disclosure, CAB_BUNDLE_PROFILE_DISCLOSURES },
  };

  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_autofree char *original = cab_test_folder_dup_path (&self.test.folder, "kept");

  g_clear_object (&self.test.practice);
  copy_file (self.test.path, original);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_silent (&self, original, cases[i].name, cases[i].add, cases[i].profile);
}

/* [B-65] the control: what is not withheld does show */
static void
test_item_that_stays_shows (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *note = add_note (&self);
  g_autoptr (CabBundleResult) result
      = export_at_one_moment (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path, NULL);
  g_autofree char *record = cab_test_read (result->path, "data/record.xml", NULL);

  g_assert_nonnull (note);
  g_assert_nonnull (strstr (record, CANARY));
}

/* [B-64] the item and its ground are in the log, and in no disclosure */
static void
test_log_alone_knows_what_was_withheld (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  g_autoptr (CabBundleResult) result = NULL;
  g_autoptr (CabRecord) disclosure = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *line = g_strdup_printf ("withheld\t%s uk-third-party\n", self.note_id);
  CabFilter exports = { .field = CAB_OWN (CAB_AUDIT_FIELD_ACT), .equals = "export", .trashed = -1 };

  g_assert_true (cab_bundle_scope_add_withhold (scope, self.note_id, "uk-third-party", NULL));
  result = cab_test_export (&self.test, scope);
  rows = cab_practice_list (self.test.practice, &cab_audit_kind, &exports, NULL);
  g_assert_nonnull (strstr (
      cab_record_get_text (g_ptr_array_index (rows, 0), CAB_OWN (CAB_AUDIT_FIELD_CHANGES)), line));

  disclosure = cab_practice_load (self.test.practice, cab_kind_find ("disclosure"),
                                  result->disclosure_id, NULL);
  for (guint i = CAB_N_SYSTEM_FIELDS; i < cab_kind_get_n_fields (cab_record_get_kind (disclosure));
       i++)
    {
      g_autofree char *text = cab_record_dup_text (disclosure, i);

      g_assert_true (text == NULL || strstr (text, self.note_id) == NULL);
      g_assert_true (text == NULL || strstr (text, "withheld") == NULL);
    }
}

/* [B-64] a bundle that was made first, to look through, does not tell in the next
 * one how much there was; [B-72] the log does */
static void
test_earlier_bundle_counts_nothing (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_auto (CabTestFolder) other = cab_test_folder_new ();
  g_autoptr (CabBundleScope) whole
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, folder.path);
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_ACCESS, other.path);
  g_autoptr (CabBundleResult) first = cab_test_export (&self.test, whole);
  g_autoptr (CabBundleResult) second = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GRegex) count = g_regex_new ("note(-version)? [0-9]", 0, 0, NULL);
  CabFilter exports = { .field = CAB_OWN (CAB_AUDIT_FIELD_ACT), .equals = "export", .trashed = -1 };
  g_autofree char *record = NULL;
  gboolean counted = FALSE;

  g_assert_true (cab_bundle_scope_add_withhold (scope, self.note_id, "uk-third-party", NULL));
  second = cab_test_export (&self.test, scope);
  record = cab_test_read (second->path, "data/record.xml", NULL);
  g_assert_nonnull (strstr (record, "<disclosure "));
  g_assert_nonnull (strstr (record, first->name));
  g_assert_false (g_regex_match (count, record, 0, NULL));

  rows = cab_practice_list (self.test.practice, &cab_audit_kind, &exports, NULL);
  for (guint i = 0; i < rows->len; i++)
    counted |= strstr (cab_record_get_text (g_ptr_array_index (rows, i),
                                            CAB_OWN (CAB_AUDIT_FIELD_CHANGES)),
                       first->counts)
               != NULL;
  g_assert_true (counted);
}

/* [B-64] what an included record refers to and must stay behind is no longer named */
static void
test_references_to_withheld_items_go (void)
{
  g_auto (CabTestBundle) self = cab_test_bundle_new ();
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autoptr (CabBundleScope) scope
      = cab_test_scope_new (&self, CAB_BUNDLE_PROFILE_TRANSFER, folder.path);
  g_autoptr (CabBundleResult) result = NULL;
  g_autofree char *record = NULL;

  /* The consents name it as their evidence. */
  g_assert_true (cab_bundle_scope_add_withhold (scope, self.attachment_id, "uk-third-party", NULL));
  result = cab_test_export (&self.test, scope);
  record = cab_test_read (result->path, "data/record.xml", NULL);
  g_assert_nonnull (strstr (record, "<consent-event "));
  g_assert_null (strstr (record, "<evidence_id>"));
  g_assert_null (strstr (record, "<blobs>"));
  cab_test_assert_no_bytes (result->path, "Letter of 3 May");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bundle-silence/withheld-item-leaves-no-trace",
                   test_withheld_item_leaves_no_trace);
  g_test_add_func ("/bundle-silence/item-that-stays-shows", test_item_that_stays_shows);
  g_test_add_func ("/bundle-silence/log-alone-knows-what-was-withheld",
                   test_log_alone_knows_what_was_withheld);
  g_test_add_func ("/bundle-silence/earlier-bundle-counts-nothing",
                   test_earlier_bundle_counts_nothing);
  g_test_add_func ("/bundle-silence/references-to-withheld-items-go",
                   test_references_to_withheld_items_go);

  return g_test_run ();
}
