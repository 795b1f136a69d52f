/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-fuzz"

#include "config.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <string.h>

#include "cab-test-tally.h"
#include "fuzz.h"

/* So many changed copies of each file are tried too; always the same ones. */
#define N_CHANGED 200
#define MOST_BYTES (16 * 1024 * 1024)

static void
run (const guint8 *data, gsize size)
{
  /* A copy of its own, so that a sanitizer sees the first byte behind it. */
  g_autofree guint8 *copy = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput (copy != NULL ? copy : (const guint8 *)"", size);
}

/* Overwrites, cuts, doubles or drops some bytes. */
static void
change (GByteArray *bytes, GRand *random)
{
  guint at = bytes->len > 0 ? (guint)g_rand_int_range (random, 0, (int)bytes->len) : 0;
  guint wanted = (guint)g_rand_int_range (random, 1, 16);
  guint length = MIN (bytes->len - at, wanted);
  guint8 byte = (guint8)g_rand_int_range (random, 0, 256);

  switch (bytes->len > 0 ? g_rand_int_range (random, 0, 5) : 4)
    {
    case 0:
      bytes->data[at] = byte;
      break;
    case 1:
      g_byte_array_set_size (bytes, at);
      break;
    case 2:
      {
        g_autofree guint8 *part = g_memdup2 (bytes->data + at, length);

        g_byte_array_append (bytes, part, length);
        break;
      }
    case 3:
      g_byte_array_remove_range (bytes, at, length);
      break;
    default:
      g_byte_array_append (bytes, &byte, 1);
      break;
    }
}

static void
run_changed (const char *content, gsize length)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32)length);

  for (guint i = 0; i < N_CHANGED; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *)content, length);
      for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
        change (bytes, random);
      run (bytes->data, bytes->len);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) open = g_dir_open (folder, 0, NULL);
  const char *name;

  while (open != NULL && (name = g_dir_read_name (open)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static int
run_folder (const char *folder)
{
  g_autoptr (GPtrArray) names = list_names (folder);
  CabTestTally tally = cab_test_tally_begin ("V-213", "inputs");
  guint64 n_run = 0;

  g_print ("1..%u\n", names->len);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_get_contents (path, &content, &length, NULL))
        {
          run ((const guint8 *)content, length);
          run_changed (content, length);
          n_run += 1 + N_CHANGED;
          g_print ("ok %u %s\n", i + 1, name);
        }
      else
        g_print ("not ok %u %s\n", i + 1, name);
    }

  cab_test_tally_end (&tally, (guint64)names->len * (1 + N_CHANGED), n_run);
  return names->len > 0 ? 0 : 1;
}

static int
run_input (void)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (0, FALSE);
  g_autofree guint8 *bytes = g_malloc (MOST_BYTES);
  gsize length;

  if (!g_input_stream_read_all (input, bytes, MOST_BYTES, &length, NULL, NULL))
    return 1;

  run (bytes, length);
  return 0;
}

/* Without arguments one input from standard input; else a corpus. */
int
main (int argc, char **argv)
{
  g_autofree char *name = g_path_get_basename (argv[0]);

  g_set_prgname (name);
  return argc > 1 ? run_folder (argv[1]) : run_input ();
}
