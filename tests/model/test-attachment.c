/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-attachment.h"

#include "cab-blob.h"
#include "cab-chunks.h"
#include "cab-model-error.h"
#include "cab-test-practice.h"
#include "cab-vault-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define OWN(field) CAB_OWN (CAB_ATTACHMENT_FIELD_##field)

static CabRecord *
new_attachment (CabRecord *client)
{
  CabRecord *attachment = cab_record_new (&cab_attachment_kind);

  cab_record_set_text (attachment, OWN (CLIENT_ID), cab_record_get_id (client));
  cab_record_set_text (attachment, OWN (TITLE), "Letter of 3 May");
  cab_record_set_text (attachment, OWN (ATTACHMENT_KIND), "letter-in");

  return attachment;
}

/* Bytes that no two pieces share. */
static GBytes *
new_content (gsize size)
{
  guint8 *bytes = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8)(i * 31 + i / CAB_CHUNK_SIZE + 7);

  return g_bytes_new_take (bytes, size);
}

static CabRecord *
add_content (CabTestPractice *test, CabRecord *client, GBytes *content, GError **error)
{
  g_autoptr (CabRecord) attachment = new_attachment (client);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (content);

  cab_record_set_text (attachment, OWN (ORIGINAL_NAME), "letter.bin");
  if (!cab_attachment_add (test->practice, attachment, stream, NULL, error))
    return NULL;

  return g_steal_pointer (&attachment);
}

static GBytes *
read_content (CabTestPractice *test, CabRecord *attachment, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!cab_attachment_write (test->practice, attachment, stream, NULL, error))
    return NULL;

  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* [M-54], [V-45] content of every length comes out as it went in, over a reopening too */
static void
test_round_trip (void)
{
  static const gsize sizes[]
      = { 0, 1, CAB_CHUNK_SIZE - 1, CAB_CHUNK_SIZE, CAB_CHUNK_SIZE + 1, 3 * CAB_CHUNK_SIZE + 5 };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_auto (GStrv) ids = g_new0 (char *, G_N_ELEMENTS (sizes) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) content = new_content (sizes[i]);
      g_autoptr (CabRecord) attachment = NULL;
      g_autoptr (CabRecord) blob = NULL;
      g_autoptr (GError) error = NULL;
      gint64 number = -1;

      attachment = add_content (&test, client, content, &error);
      g_assert_no_error (error);
      ids[i] = g_strdup (cab_record_get_id (attachment));

      blob = cab_practice_load (test.practice, &cab_blob_kind,
                                cab_record_get_text (attachment, OWN (CONTENT)), &error);
      g_assert_no_error (error);
      cab_record_get_integer (blob, CAB_OWN (CAB_BLOB_FIELD_SIZE), &number);
      g_assert_cmpint (number, ==, sizes[i]);
      cab_record_get_integer (blob, CAB_OWN (CAB_BLOB_FIELD_CHUNKS), &number);
      g_assert_cmpint (number, ==, (sizes[i] + CAB_CHUNK_SIZE - 1) / CAB_CHUNK_SIZE);
    }

  cab_test_practice_reopen (&test, CAB_VAULT_OPEN_NORMAL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) wanted = new_content (sizes[i]);
      g_autoptr (GBytes) got = NULL;
      g_autoptr (CabRecord) attachment = NULL;
      g_autoptr (GError) error = NULL;

      attachment = cab_practice_load (test.practice, &cab_attachment_kind, ids[i], &error);
      g_assert_no_error (error);
      got = read_content (&test, attachment, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (got, wanted));
    }
}

/* [M-53] the type comes from content, the name says nothing and keeps no folder */
static void
test_file (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) attachment = new_attachment (client);
  g_autofree char *path = cab_test_folder_dup_path (&test.folder, "photo\n.jpg");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "%PDF-1.7\nhello", -1, NULL));
  cab_attachment_add_file (test.practice, attachment, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cab_record_get_text (attachment, OWN (ORIGINAL_NAME)), ==, "photo_.jpg");
  g_assert_cmpstr (cab_record_get_text (attachment, OWN (MEDIA_TYPE)), ==, "application/pdf");
}

/* [M-54] a file of 2 GiB is refused before it is read, a folder always */
static void
test_file_refused (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) attachment = new_attachment (client);
  g_autofree char *path = cab_test_folder_dup_path (&test.folder, "huge");
  g_autoptr (GFile) huge = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_new_for_path (test.folder.path);
  g_autoptr (GFile) nothing = g_file_get_child (folder, "nothing");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (1) << 31), ==, 0);
  g_assert_false (cab_attachment_add_file (test.practice, attachment, huge, NULL, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_INVALID,
                            "Attachment, content: the file is larger than 2 GiB.");
  g_clear_error (&error);

  g_assert_false (cab_attachment_add_file (test.practice, attachment, folder, NULL, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_INVALID,
                            "Attachment, content: this is not a plain file.");
  g_clear_error (&error);

  g_assert_false (cab_attachment_add_file (test.practice, attachment, nothing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (cab_record_is_none (attachment, OWN (CONTENT)));
}

/* [M-7] what is refused leaves no piece behind */
static void
test_all_or_nothing (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (CabRecord) attachment = new_attachment (client);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("text", 4, NULL);
  CabFilter filter = CAB_FILTER_ALL;
  g_autoptr (GError) error = NULL;

  cab_record_set_none (attachment, OWN (TITLE));
  cab_record_set_text (attachment, OWN (ORIGINAL_NAME), "a.txt");
  g_assert_false (cab_attachment_add (test.practice, attachment, stream, NULL, &error));
  cab_test_assert_sentence (error, CAB_MODEL_ERROR_INVALID, "Attachment, title: this is needed.");
  g_assert_cmpint (cab_practice_count (test.practice, &cab_blob_kind, &filter, NULL), ==, 0);
  g_assert_true (cab_record_is_none (attachment, OWN (CONTENT)));
}

/* [M-54] content is never shared between records; a name has no folder */
static void
test_refusals (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (GBytes) content = new_content (10);
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) first = add_content (&test, client, content, &error);
  g_autoptr (CabRecord) second = new_attachment (client);

  g_assert_no_error (error);
  cab_record_set_text (second, OWN (CONTENT), cab_record_get_text (first, OWN (CONTENT)));
  cab_record_set_text (second, OWN (MEDIA_TYPE), "text/plain");
  cab_record_set_text (second, OWN (ORIGINAL_NAME), "a.txt");
  cab_test_assert_refuses (&test, second, CAB_MODEL_ERROR_DUPLICATE,
                           "Attachment, content: another attachment holds this content.");

  cab_record_set_text (first, OWN (ORIGINAL_NAME), "/home/ann/letter.txt");
  cab_test_assert_refuses (
      &test, first, CAB_MODEL_ERROR_INVALID,
      "Attachment, name of the file: the name of a file is kept without its folder.");
}

/* [M-9], [M-54] pieces and their sum cannot be changed or taken away, the
 * tables attacked directly */
static void
test_immutable (void)
{
  static const char *const attacks[] = {
    "UPDATE blob SET size = 1",
    "UPDATE blob SET sha512 = replace (sha512, '0', '1')",
    "UPDATE blob SET trashed_at = '2026-03-02T10:00:00Z'",
    "DELETE FROM blob",
    "UPDATE blob_chunk SET bytes = x'00'",
    "UPDATE blob_chunk SET sequence = sequence + 1",
    "DELETE FROM blob_chunk",
  };
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (GBytes) content = new_content (10);
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) attachment = add_content (&test, client, content, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_test_message ("%s", attacks[i]);
      g_assert_cmpint (cab_test_practice_attack (&test, attacks[i]), ==, CAB_REFUSAL_TRIGGER);
    }
}

/* [M-7] giving a file out is written down before its first byte leaves */
static void
test_logged (void)
{
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (GBytes) content = new_content (10);
  g_autoptr (GBytes) got = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) attachment = add_content (&test, client, content, &error);

  g_assert_no_error (error);
  got = read_content (&test, attachment, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cab_test_practice_count_audit (&test, "export"), ==, 1);
}

static gboolean
take_any (CabRecord *record, gpointer data, GError **error)
{
  g_assert_not_reached ();
}

/* [M-54] a piece of a file is no record: the walkers of records refuse it in words */
static void
test_pieces_are_no_records (void)
{
  static const CabFilter all = CAB_FILTER_ALL;
  g_auto (CabTestPractice) test = cab_test_practice_new ();
  g_autoptr (CabRecord) client = cab_test_practice_add_client (&test, "Ann");
  g_autoptr (GBytes) content = new_content (CAB_CHUNK_SIZE + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) attachment = add_content (&test, client, content, &error);

  g_assert_no_error (error);
  g_assert_cmpint (cab_practice_count (test.practice, &cab_blob_chunk_kind, &all, &error), ==, 2);
  g_assert_false (
      cab_practice_each (test.practice, &cab_blob_chunk_kind, &all, take_any, NULL, &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "Piece of a stored file: it is read with its whole file only.");
  g_clear_error (&error);
  g_assert_null (cab_practice_load (test.practice, &cab_blob_chunk_kind,
                                    cab_record_get_id (attachment), &error));
  g_assert_error (error, CAB_MODEL_ERROR, CAB_MODEL_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attachment/comes-out-as-it-went-in", test_round_trip);
  g_test_add_func ("/attachment/type-is-found-from-content", test_file);
  g_test_add_func ("/attachment/refuses-huge-files-and-folders", test_file_refused);
  g_test_add_func ("/attachment/is-whole-or-not-at-all", test_all_or_nothing);
  g_test_add_func ("/attachment/content-is-its-own", test_refusals);
  g_test_add_func ("/attachment/pieces-are-immutable", test_immutable);
  g_test_add_func ("/attachment/giving-out-is-logged", test_logged);
  g_test_add_func ("/model/attachment/pieces-are-no-records", test_pieces_are_no_records);

  return g_test_run ();
}
