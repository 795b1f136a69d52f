/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-file-fault.h"

#include <glib/gi18n.h>

/* What a person can do about it, by what GIO says. */
typedef struct
{
  GIOErrorEnum code;
  const char *sentence;
} Fault;

/* Translators: %s is the name of a file, in all of these */
static const Fault reading[] = {
  { G_IO_ERROR_NOT_FOUND, N_ ("“%s” is not there any more. Nothing was changed.") },
  { G_IO_ERROR_PERMISSION_DENIED, N_ ("You may not read “%s”. Nothing was changed.") },
  { G_IO_ERROR_FAILED, N_ ("“%s” could not be read. Nothing was changed.") },
};

static const Fault writing[] = {
  { G_IO_ERROR_NO_SPACE, N_ ("There is no room for “%s”. Make room, or choose another folder.") },
  { G_IO_ERROR_PERMISSION_DENIED,
    N_ ("You may not write “%s” into this folder. Choose another one.") },
  { G_IO_ERROR_READ_ONLY,
    N_ ("“%s” cannot be written: this folder is read-only. Choose another one.") },
  { G_IO_ERROR_FAILED, N_ ("“%s” could not be written. Choose another folder.") },
};

/* The last row is for all that has none of its own. */
static void
put_sentence (GError **error, const char *path, const Fault *faults, gsize n_faults)
{
  const Fault *fault = &faults[n_faults - 1];
  g_autofree char *name = NULL;
  GError *said;

  if (error == NULL || *error == NULL || (*error)->domain != G_IO_ERROR
      || (*error)->code == G_IO_ERROR_CANCELLED)
    return;

  for (gsize i = 0; i < n_faults; i++)
    if ((int)faults[i].code == (*error)->code)
      fault = &faults[i];
  name = g_filename_display_basename (path);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  said = g_error_new ((*error)->domain, (*error)->code, _ (fault->sentence), name);
#pragma GCC diagnostic pop
  g_clear_error (error);
  *error = said;
}

void
cab_file_fault_read (GError **error, const char *path)
{
  g_return_if_fail (path != NULL);

  put_sentence (error, path, reading, G_N_ELEMENTS (reading));
}

void
cab_file_fault_write (GError **error, const char *path)
{
  g_return_if_fail (path != NULL);

  put_sentence (error, path, writing, G_N_ELEMENTS (writing));
}
