/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-import.h"

#include "cab-client.h"
#include "cab-note-version.h"
#include "cab-note.h"
#include "cab-preference.h"
#include "cab-store.h"
#include "cab-test-bundle.h"

/* A practice that two computers have: both began with the same file. */
typedef struct
{
  CabTestPractice test;
  char *there;   /* path of the other computer's */
  char *bundle;  /* what it made of it */
  char *client;  /* ids */
  char *changed; /* a note on which they wrote there */
  char *forked;  /* one on which both wrote */
} Pair;

static void
pair_clear (Pair *self)
{
  cab_test_practice_clear (&self->test);
  g_free (self->there);
  g_free (self->bundle);
  g_free (self->client);
  g_free (self->changed);
  g_free (self->forked);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static guint
find_field (const char *name)
{
  int field = cab_kind_find_field (&cab_client_kind, name);

  g_assert_cmpint (field, >=, 0);

  return (guint)field;
}

static void
set_text (Pair *self, const char *id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) client
      = cab_practice_load (self->test.practice, &cab_client_kind, id, &error);

  g_assert_no_error (error);
  cab_record_set_text (client, find_field (field), text);
  cab_test_assert_saves (&self->test, client);
}

static char *
dup_text (Pair *self, const char *id, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) client
      = cab_practice_load (self->test.practice, &cab_client_kind, id, &error);

  g_assert_no_error (error);

  return g_strdup (cab_record_get_text (client, find_field (field)));
}

static CabRecord *
load_note (Pair *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  CabRecord *note = cab_practice_load (self->test.practice, &cab_note_kind, id, &error);

  g_assert_no_error (error);

  return note;
}

static void
write_note (Pair *self, const char *id, const char *text)
{
  g_autoptr (CabRecord) note = load_note (self, id);
  g_autoptr (GError) error = NULL;

  cab_clock_advance (self->test.clock, 60000);
  cab_note_write (self->test.practice, note, text, CAB_CUT_BECAUSE_LEAVE, &error);
  g_assert_no_error (error);
}

static void
assert_note (Pair *self, const char *id, const char *text)
{
  g_autoptr (CabRecord) note = load_note (self, id);
  g_autofree char *held = NULL;
  g_autoptr (GError) error = NULL;

  cab_note_verify (self->test.practice, note, &error);
  g_assert_no_error (error);
  cab_note_dup_text (self->test.practice, note, &held, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (held, ==, text);
}

static void
assert_verifies (CabPractice *practice)
{
  g_auto (CabVaultReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  cab_vault_report_init (&report);
  cab_vault_verify (cab_practice_get_vault (practice), CAB_VAULT_VERIFY_ALL, cab_store_walk_rows,
                    NULL, NULL, NULL, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cab_vault_report_is_good (&report));
}

static void
set_preference (Pair *self, const char *value)
{
  g_autoptr (GError) error = NULL;

  cab_practice_set_preference (self->test.practice, "shared-name", value, &error);
  g_assert_no_error (error);
}

/* The file's folder is a computer's: the copy takes the place of the file, as the
 * file that was carried there does. */
static void
sit_down (Pair *self, const char *path)
{
  g_set_str (&self->test.path, path);
  cab_test_practice_reopen (&self->test, CAB_VAULT_OPEN_USE_OLDER);
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void export (Pair *self)
{
  g_autoptr (CabBundleScope) scope = cab_bundle_scope_new (CAB_BUNDLE_PROFILE_PRACTICE);
  g_autoptr (CabBundleResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cab_bundle_scope_set_plain (scope, "The test");
  cab_bundle_scope_set_target (scope, self->bundle, TRUE, FALSE);
  result = cab_bundle_export (self->test.practice, scope, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_set_str (&self->bundle, result->path);
}

static void
change_there (Pair *self)
{
  g_autoptr (CabRecord) client = NULL;

  set_text (self, self->client, "occupation", "teacher");
  write_note (self, self->changed, "Changed there.");
  write_note (self, self->forked, "Other words there.");
  set_preference (self, "there");
  client = cab_test_save (&self->test, "client", "given_name", "Cid", "family_name", "Clay",
                          "date_of_birth", "1970-01-02", "status", "enquiry", NULL);
  g_object_unref (cab_test_add_note (&self->test, cab_record_get_id (client), "2026-03-01T10:00",
                                     "Cid’s note."));
}

static void
change_here (Pair *self)
{
  set_text (self, self->client, "pronouns", "she/her");
  write_note (self, self->forked, "Other words here.");
  set_preference (self, "here");
  g_object_unref (cab_test_save (&self->test, "client", "given_name", "Cid", "family_name", "Clay",
                                 "date_of_birth", "1970-01-02", "status", "enquiry", NULL));
}

static Pair
make_pair (void)
{
  Pair self = { .test = cab_test_practice_new () };
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&self.test, "Ann");
  g_autoptr (CabRecord) changed = cab_test_add_note (&self.test, cab_record_get_id (client),
                                                     "2026-02-20T10:00", "First words.");
  g_autoptr (CabRecord) forked = cab_test_add_note (&self.test, cab_record_get_id (client),
                                                    "2026-02-21T10:00", "Other words.");
  g_autofree char *here = g_strdup (self.test.path);

  self.client = g_strdup (cab_record_get_id (client));
  self.changed = g_strdup (cab_record_get_id (changed));
  self.forked = g_strdup (cab_record_get_id (forked));
  self.there = cab_test_folder_dup_path (&self.test.folder, "There.cabinet");
  self.bundle = cab_test_folder_dup_path (&self.test.folder, "out");
  g_clear_object (&self.test.practice);
  copy_file (here, self.there);

  sit_down (&self, self.there);
  change_there (&self);
  export (&self);
  sit_down (&self, here);
  change_here (&self);

  return self;
}

typedef struct
{
  CabBundleSource *source;
  CabImportPreview *preview;
} Look;

static void
look_clear (Look *self)
{
  g_clear_pointer (&self->preview, cab_import_preview_free);
  g_clear_object (&self->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static Look
look (Pair *self)
{
  g_autoptr (GError) error = NULL;
  Look look = { .source = cab_bundle_source_open (self->bundle, NULL, &error) };

  g_assert_no_error (error);
  look.preview = cab_import_preview (self->test.practice, look.source, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return look;
}

static guint64
run (Pair *self, Look *look)
{
  g_autoptr (GError) error = NULL;
  guint64 n_written = G_MAXUINT64;

  cab_import_run (self->test.practice, look->source, look->preview, &n_written, NULL, NULL, NULL,
                  &error);
  g_assert_no_error (error);

  return n_written;
}

static CabImportConflict *
find_conflict (Look *look, const char *id)
{
  for (guint i = 0; i < look->preview->conflicts->len; i++)
    {
      CabImportConflict *conflict = g_ptr_array_index (look->preview->conflicts, i);

      if (g_str_equal (conflict->id, id))
        return conflict;
    }

  g_error ("no conflict of %s", id);
}

/* [B-73] what differs is listed with both sides and with what can happen to it: a
 * text that was written on here is not replaced by one that was not */
static void
test_listed (void)
{
  g_auto (Pair) pair = make_pair ();
  g_auto (Look) seen = look (&pair);
  CabImportConflict *client = find_conflict (&seen, pair.client);
  CabImportConflict *changed = find_conflict (&seen, pair.changed);
  CabImportConflict *forked = find_conflict (&seen, pair.forked);

  g_assert_nonnull (strstr (client->fields, "occupation"));
  g_assert_nonnull (strstr (client->fields, "pronouns"));
  g_assert_true (client->can_take && !client->can_both);
  g_assert_cmpstr (cab_record_get_text (client->theirs, CAB_OWN (CAB_CLIENT_FIELD_OCCUPATION)), ==,
                   "teacher");
  g_assert_null (cab_record_get_text (client->mine, CAB_OWN (CAB_CLIENT_FIELD_OCCUPATION)));
  g_assert_true (changed->can_take && !changed->can_both);
  g_assert_cmpstr (changed->their_text, ==, "Changed there.");
  g_assert_cmpstr (changed->my_text, ==, "First words.");
  g_assert_false (forked->can_take || forked->can_both);
  g_assert_cmpstr (forked->their_text, ==, "Other words there.");
  g_assert_cmpstr (forked->my_text, ==, "Other words here.");
  g_assert_cmpint (client->choice, ==, CAB_IMPORT_KEEP);
}

/* [B-73] by default all that is here stays; what came in beside it fits, and the
 * same bundle again writes nothing */
static void
test_keep (void)
{
  g_auto (Pair) pair = make_pair ();
  g_auto (Look) seen = look (&pair);
  g_auto (Look) again = { NULL };
  g_autofree char *occupation = NULL;
  g_autofree char *name = NULL;

  g_assert_cmpuint (run (&pair, &seen), ==, 0);
  occupation = dup_text (&pair, pair.client, "occupation");
  g_assert_null (occupation);
  assert_note (&pair, pair.changed, "First words.");
  assert_note (&pair, pair.forked, "Other words here.");
  name = cab_practice_dup_preference (pair.test.practice, "shared-name");
  g_assert_cmpstr (name, ==, "here");
  assert_verifies (pair.test.practice);

  write_note (&pair, pair.changed, "Written on here, afterwards.");
  assert_note (&pair, pair.changed, "Written on here, afterwards.");
  again = look (&pair);
  g_assert_cmpuint (run (&pair, &again), ==, 0);
}

/* [B-73] one choice for all: the bundle's, but never over what was written here */
static void
test_take_all (void)
{
  g_auto (Pair) pair = make_pair ();
  g_auto (Look) seen = look (&pair);
  g_autofree char *occupation = NULL;
  g_autofree char *pronouns = NULL;
  g_autofree char *name = NULL;

  cab_import_preview_choose (seen.preview, CAB_IMPORT_TAKE);
  g_assert_cmpuint (run (&pair, &seen), >, 0);
  occupation = dup_text (&pair, pair.client, "occupation");
  pronouns = dup_text (&pair, pair.client, "pronouns");
  g_assert_cmpstr (occupation, ==, "teacher");
  g_assert_null (pronouns);
  assert_note (&pair, pair.changed, "Changed there.");
  assert_note (&pair, pair.forked, "Other words here.");
  name = cab_practice_dup_preference (pair.test.practice, "shared-name");
  g_assert_cmpstr (name, ==, "there");
  assert_verifies (pair.test.practice);
  write_note (&pair, pair.changed, "Written on here, afterwards.");
  assert_note (&pair, pair.changed, "Written on here, afterwards.");
}

/* [B-73] each has a choice of its own */
static void
test_one_by_one (void)
{
  g_auto (Pair) pair = make_pair ();
  g_auto (Look) seen = look (&pair);
  g_autofree char *occupation = NULL;

  find_conflict (&seen, pair.changed)->choice = CAB_IMPORT_TAKE;
  run (&pair, &seen);
  assert_note (&pair, pair.changed, "Changed there.");
  occupation = dup_text (&pair, pair.client, "occupation");
  g_assert_null (occupation);
}

static guint
count_cid (Pair *self)
{
  const CabFilter filter = CAB_FILTER_ALL;
  g_autoptr (GPtrArray) clients
      = cab_practice_list (self->test.practice, &cab_client_kind, &filter, NULL);
  guint n = 0;

  for (guint i = 0; i < clients->len; i++)
    n += g_strcmp0 (cab_record_get_text (clients->pdata[i], CAB_OWN (CAB_CLIENT_FIELD_GIVEN_NAME)),
                    "Cid")
         == 0;

  return n;
}

/* [B-73] equal name and birth date under another id: stays away with what hangs on
 * it, unless a person says that they are two */
static void
test_namesake (void)
{
  static const gboolean cases[] = { FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Pair) pair = make_pair ();
      g_auto (Look) seen = look (&pair);
      CabImportNamesake *cid;

      g_test_message ("%s", cases[i] ? "two people" : "not decided");
      g_assert_cmpuint (seen.preview->namesakes->len, ==, 1);
      g_assert_cmpuint (seen.preview->n_undecided, ==, 3);
      cid = g_ptr_array_index (seen.preview->namesakes, 0);
      cid->is_other = cases[i];
      g_assert_cmpuint (run (&pair, &seen), ==, cases[i] ? 3 : 0);
      g_assert_cmpuint (count_cid (&pair), ==, cases[i] ? 2 : 1);
      assert_verifies (pair.test.practice);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exporter/import-conflicts/listed", test_listed);
  g_test_add_func ("/exporter/import-conflicts/keep", test_keep);
  g_test_add_func ("/exporter/import-conflicts/take-all", test_take_all);
  g_test_add_func ("/exporter/import-conflicts/one-by-one", test_one_by_one);
  g_test_add_func ("/exporter/import-conflicts/namesake", test_namesake);

  return g_test_run ();
}
