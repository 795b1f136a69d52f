/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-sample.h"

#include "cab-audit-record.h"
#include "cab-client.h"
#include "cab-consent.h"
#include "cab-disclosure.h"
#include "cab-kdf.h"
#include "cab-note.h"
#include "cab-process-note.h"
#include "cab-statement.h"
#include "cab-store.h"
#include "cab-test-practice.h"

#include <string.h>

/* As many as show every kind. */
#define FEW 8

typedef struct
{
  CabTestFolder folder;
  CabPractice *practice;
} Sample;

static void
sample_clear (Sample *self)
{
  g_clear_object (&self->practice);
  cab_test_folder_clear (&self->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static CabVaultSettings
get_settings (const Sample *self)
{
  return (CabVaultSettings){ .state_dir = self->folder.path,
                             .runtime_dir = self->folder.path,
                             .cache_dir = self->folder.path };
}

/* Makes a sample practice as the command line does, and opens it. */
static Sample
make_sample (guint n_clients, guint64 seed)
{
  Sample self = { .folder = cab_test_folder_new () };
  g_autofree char *path = cab_test_folder_dup_path (&self.folder, "sample.cabinet");
  g_autoptr (CabSecret) passphrase
      = cab_secret_new_copy (CAB_SAMPLE_PASSPHRASE, strlen (CAB_SAMPLE_PASSPHRASE));
  const CabSampleOptions options = { .n_clients = n_clients, .seed = seed };
  CabCredential credential = { CAB_CREDENTIAL_PASSPHRASE, passphrase };
  CabVaultSettings settings = get_settings (&self);
  g_autoptr (CabClock) clock = cab_clock_new_real ();
  g_autoptr (CabIds) ids = cab_ids_new_random ();
  g_autoptr (GError) error = NULL;
  CabVault *vault;

  cab_sample_create (path, passphrase, CAB_KDF_PROFILE_TEST, &options, &settings, NULL, NULL, NULL,
                     &error);
  g_assert_no_error (error);

  settings.clock = clock;
  settings.ids = ids;
  vault = cab_vault_open (path, &credential, CAB_VAULT_OPEN_READ_ONLY, &settings, NULL, &error);
  g_assert_no_error (error);
  self.practice = cab_practice_new_take (vault);

  return self;
}

static gboolean
dump_record (CabRecord *record, gpointer data, GError **error)
{
  GString *dump = data;
  const CabKind *kind = cab_record_get_kind (record);

  g_string_append_printf (dump, "%s\n", kind->name);
  for (guint i = 0; i < cab_kind_get_n_fields (kind); i++)
    {
      /* Its key is the file's own. */
      if (!cab_kind_has_field (kind, i) || i == CAB_SYSTEM_CONTENT_DIGEST)
        continue;
      if (cab_record_get_value (record, i)->type == CAB_VALUE_BYTES)
        {
          g_autofree char *digest = g_compute_checksum_for_bytes (
              G_CHECKSUM_SHA256, cab_record_get_value (record, i)->bytes);

          g_string_append_printf (dump, "  %s=%s\n", cab_kind_get_field (kind, i)->name, digest);
        }
      else
        {
          g_autofree char *text = cab_record_dup_text (record, i);

          g_string_append_printf (dump, "  %s=%s\n", cab_kind_get_field (kind, i)->name,
                                  text != NULL ? text : "(none)");
        }
    }

  return TRUE;
}

static char *
dup_dump (CabPractice *practice)
{
  const CabFilter all = CAB_FILTER_ALL;
  GString *dump = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      /* Pieces are no records of their own; the digest of their blob is here. */
      if (strcmp (cab_kinds[i]->name, "blob-chunk") == 0)
        continue;
      cab_practice_each (practice, cab_kinds[i], &all, dump_record, dump, &error);
      g_assert_no_error (error);
    }

  return g_string_free (dump, FALSE);
}

/* Says in which line two dumps part, which a whole dump would hide. */
static void
assert_same (const char *a, const char *b)
{
  g_auto (GStrv) lines = g_strsplit (a, "\n", -1);
  g_auto (GStrv) others = g_strsplit (b, "\n", -1);
  guint i = 0;

  while (lines[i] != NULL && g_strcmp0 (lines[i], others[i]) == 0)
    i++;
  g_assert_cmpstr (lines[i], ==, others[i]);
}

/* [W-41] the same options make the same records, the same ids and times too */
static void
test_same_seed (void)
{
  g_auto (Sample) first = make_sample (3, 1);
  g_auto (Sample) second = make_sample (3, 1);
  g_auto (Sample) other = make_sample (3, 2);
  g_autofree char *a = dup_dump (first.practice);
  g_autofree char *b = dup_dump (second.practice);
  g_autofree char *c = dup_dump (other.practice);

  assert_same (a, b);
  g_assert_cmpstr (a, !=, c);
}

static gint64
count (CabPractice *practice, const CabKind *kind)
{
  const CabFilter all = CAB_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  gint64 n = cab_practice_count (practice, kind, &all, &error);

  g_assert_no_error (error);
  return n;
}

static void
check_every_kind (Sample *sample)
{
  for (guint i = 0; cab_kinds[i] != NULL; i++)
    {
      gint64 n = count (sample->practice, cab_kinds[i]);

      /* Nothing was imported. */
      if (strcmp (cab_kinds[i]->name, "bundle-import") == 0)
        g_assert_cmpint (n, ==, 0);
      else if (n == 0)
        g_error ("no %s in the sample practice", cab_kinds[i]->name);
    }

  g_assert_cmpint (count (sample->practice, &cab_client_kind), ==, FEW);
}

static gint64
ask (CabPractice *practice, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabStatement) statement
      = cab_statement_new (cab_practice_get_db (practice), sql, "look at the sample", &error);

  g_assert_no_error (error);
  g_assert_cmpint (cab_statement_step (statement, &error), ==, CAB_STEP_ROW);
  return cab_statement_get_integer (statement, 0);
}

/* Each asks how many there are; one at least. */
static const struct
{
  const char *name;
  const char *sql;
} features[] = {
  { "couple", "SELECT count(*) FROM client WHERE client_kind = 'couple'" },
  { "restricted", "SELECT count(*) FROM client WHERE restricted = 1" },
  { "enquiry", "SELECT count(*) FROM client WHERE status = 'enquiry'" },
  { "waiting", "SELECT count(*) FROM client WHERE status = 'waiting'" },
  { "discharged", "SELECT count(*) FROM client WHERE status = 'discharged'" },
  { "one name",
    "SELECT count(*) FROM client WHERE given_name IS NOT NULL AND family_name IS NULL" },
  { "other script", "SELECT count(*) FROM client WHERE given_name <> preferred_name" },
  { "shared contact",
    "SELECT count(*) FROM (SELECT 1 FROM client_contact GROUP BY contact_id HAVING count(*) > 1)" },
  { "two guardians", "SELECT count(*) > 1 FROM client_contact WHERE role = 'guardian'" },
  { "trash", "SELECT count(*) FROM note WHERE trashed_at IS NOT NULL" },
  { "six kinds of note", "SELECT count(DISTINCT note_kind) = 6 FROM note" },
  { "several versions", "SELECT max(number) > 1 FROM note_version" },
  { "unsigned", "SELECT count(*) FROM note WHERE state = 'draft' AND trashed_at IS NULL" },
  { "statement of the client",
    "SELECT count(*) FROM addendum WHERE addendum_kind = 'client-statement'" },
  { "all answers", "SELECT count(DISTINCT event) = 4 FROM consent_event" },
  { "consent run out", "SELECT count(*) FROM consent_event WHERE expires_on < '2026-03-02'" },
  { "proved consent", "SELECT count(*) FROM consent_event WHERE evidence_id IS NOT NULL" },
  { "two versions of a policy", "SELECT max(version_number) > 1 FROM policy_text" },
  { "policy in draft", "SELECT count(*) FROM policy_text WHERE published_at IS NULL" },
  { "three types of file", "SELECT count(DISTINCT media_type) = 3 FROM attachment" },
  { "several chunks", "SELECT max(chunks) > 1 FROM blob" },
  { "correction", "SELECT count(*) FROM disclosure WHERE corrects_id IS NOT NULL" },
  { "what is left of the erased",
    "SELECT count(*) FROM disclosure WHERE tombstone_id IS NOT NULL" },
};

static void
check_features (Sample *sample)
{
  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    {
      if (ask (sample->practice, features[i].sql) < 1)
        g_error ("%s: not in the sample practice", features[i].name);
    }
}

static gboolean
verify_note (CabRecord *note, gpointer data, GError **error)
{
  return cab_note_verify (data, note, error);
}

static void
check_verifies (Sample *sample)
{
  const CabFilter all = CAB_FILTER_ALL;
  g_auto (CabVaultReport) report;
  g_autoptr (GError) error = NULL;

  cab_vault_report_init (&report);
  cab_vault_verify (cab_practice_get_vault (sample->practice), CAB_VAULT_VERIFY_ALL,
                    cab_store_walk_rows, NULL, NULL, NULL, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cab_vault_report_is_good (&report));

  cab_practice_each (sample->practice, &cab_note_kind, &all, verify_note, sample->practice, &error);
  g_assert_no_error (error);
  cab_practice_each (sample->practice, &cab_process_note_kind, &all, verify_note, sample->practice,
                     &error);
  g_assert_no_error (error);
}

/* Time goes on from row to row of the log, and ends on the last day. */
static void
check_times (Sample *sample)
{
  g_assert_cmpint (ask (sample->practice,
                        "SELECT count(*) FROM audit AS a JOIN audit AS b ON b.seq = a.seq + 1\n"
                        "WHERE b.wall_ms < a.wall_ms"),
                   ==, 0);
  g_assert_cmpint (ask (sample->practice,
                        "SELECT count(*) FROM note\n"
                        "WHERE created_at < '" CAB_SAMPLE_FIRST_DAY "'\n"
                        "  OR substr(created_at, 1, 10) > '" CAB_SAMPLE_LAST_DAY "'\n"
                        "  OR substr(created_at, 1, 10) < substr(held_on, 1, 10)"),
                   ==, 0);
}

/* design.md "Speed": notes of 0.3 to 3.7 kB. */
static void
check_texts (Sample *sample)
{
  static const char of_sessions[]
      = "FROM note_version JOIN note ON note_version.id = current_version_id\n"
        "WHERE note_kind = 'session'";
  g_autofree char *shortest
      = g_strconcat ("SELECT min(length(CAST(text AS BLOB))) ", of_sessions, NULL);
  g_autofree char *longest
      = g_strconcat ("SELECT max(length(CAST(text AS BLOB))) ", of_sessions, NULL);

  g_assert_cmpint (ask (sample->practice, shortest), >=, 300);
  g_assert_cmpint (ask (sample->practice, longest), <=, 3700);
  g_assert_cmpint (ask (sample->practice, "SELECT count(*) FROM note_version\n"
                                          "WHERE text LIKE '%{%' OR text LIKE '%}%'"),
                   ==, 0);
}

/* [M-38], [M-51], [V-83], [V-90], [V-91], [W-41] eight clients show every kind
 * and the variants that matter, and all of it verifies */
static void
test_every_kind (void)
{
  g_auto (Sample) sample = make_sample (FEW, 1);

  check_every_kind (&sample);
  check_features (&sample);
  check_verifies (&sample);
  check_times (&sample);
  check_texts (&sample);
  /* [V-44] no block of the search index spills over */
  g_assert_cmpint (ask (sample.practice, "SELECT max(length(block)) FROM search_data"), <=, 3970);
}

/* [M-10], [M-11] nothing that cannot leave, and nobody who could be reached */
static void
test_nobody (void)
{
  g_auto (Sample) sample = make_sample (12, 7);
  g_autofree char *dump = dup_dump (sample.practice);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);

  g_assert_true (cab_text_is_portable (dump, -1, NULL));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *value = strchr (lines[i], '=');

      if (value == NULL || strcmp (value, "=(none)") == 0)
        continue;
      if (g_str_has_prefix (lines[i], "  phone"))
        g_assert_true (g_str_has_prefix (value, "=07700 900")
                       || g_str_has_prefix (value, "=01632 960"));
      if (g_str_has_prefix (lines[i], "  email="))
        g_assert_true (g_str_has_suffix (value, "@example.org"));
      if (g_str_has_prefix (lines[i], "  postcode="))
        g_assert_true (g_str_has_prefix (value, "=ZQ"));
    }
}

static void
cancel_soon (guint64 done, guint64 total, gpointer data)
{
  g_assert_cmpuint (done, <=, total);
  g_cancellable_cancel (data);
}

/* [W-41] a sample that is given up leaves no file behind */
static void
test_cancelled (void)
{
  g_auto (CabTestFolder) folder = cab_test_folder_new ();
  g_autofree char *path = cab_test_folder_dup_path (&folder, "sample.cabinet");
  g_autoptr (CabSecret) passphrase
      = cab_secret_new_copy (CAB_SAMPLE_PASSPHRASE, strlen (CAB_SAMPLE_PASSPHRASE));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const CabSampleOptions options = { .n_clients = 12, .seed = 1 };
  const CabVaultSettings settings
      = { .state_dir = folder.path, .runtime_dir = folder.path, .cache_dir = folder.path };
  g_autoptr (GError) error = NULL;

  g_assert_false (cab_sample_create (path, passphrase, CAB_KDF_PROFILE_TEST, &options, &settings,
                                     cancel_soon, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* [M-20] the erased client takes the last link of a surgery along, with this seed */
static void
test_erased_surgery (void)
{
  g_auto (Sample) sample = make_sample (8, 7);

  g_assert_cmpint (count (sample.practice, &cab_client_kind), ==, 8);
}

/* [W-41] tests fill a practice of their own, which has its owner already */
static void
test_fill (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  const CabSampleOptions options = { .n_clients = 2, .seed = 5 };
  g_autoptr (GError) error = NULL;

  cab_sample_fill (test.practice, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (test.practice, &cab_client_kind), ==, 2);
}

/* [W-41], design.md "Speed": a career's notes need no career's clients */
static void
test_sessions (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  const CabSampleOptions options
      = { .n_clients = 2, .seed = 5, .n_sessions = CAB_SAMPLE_MOST_SESSIONS };
  g_autoptr (GError) error = NULL;

  cab_sample_fill (test.practice, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (test.practice, &cab_client_kind), ==, 2);
  g_assert_cmpint (count (test.practice, &cab_note_kind), >=, 2 * CAB_SAMPLE_MOST_SESSIONS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/same-seed", test_same_seed);
  g_test_add_func ("/sample/every-kind", test_every_kind);
  g_test_add_func ("/sample/nobody", test_nobody);
  g_test_add_func ("/sample/cancelled", test_cancelled);
  g_test_add_func ("/sample/erased-surgery", test_erased_surgery);
  g_test_add_func ("/sample/fill", test_fill);
  g_test_add_func ("/sample/sessions", test_sessions);

  return g_test_run ();
}
