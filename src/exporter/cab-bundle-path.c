/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-bundle-path.h"

#include <string.h>

#define LONGEST_OURS 100

static const char front_page[] = "00-READ-ME-FIRST.html";

/* Windows opens the device whatever the extension: AUX, aux.txt, com1.tar.gz. */
static gboolean
is_device (const char *part, gsize length)
{
  static const char *const devices[]
      = { "con", "prn", "aux", "nul", "conin$", "conout$", "clock$" };
  const char *dot = memchr (part, '.', length);
  gsize stem = dot != NULL ? (gsize)(dot - part) : length;

  while (stem > 0 && part[stem - 1] == ' ')
    stem--;

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    {
      if (stem == strlen (devices[i]) && g_ascii_strncasecmp (part, devices[i], stem) == 0)
        return TRUE;
    }

  return stem == 4 && g_ascii_isdigit (part[3]) && part[3] != '0'
         && (g_ascii_strncasecmp (part, "com", 3) == 0
             || g_ascii_strncasecmp (part, "lpt", 3) == 0);
}

static CabPathFault
check_part (const char *part, gsize length)
{
  if (length == 0)
    return CAB_PATH_EMPTY;
  if (part[0] == '.' && (length == 1 || (length == 2 && part[1] == '.')))
    return CAB_PATH_DOTDOT;

  return is_device (part, length) ? CAB_PATH_DEVICE : CAB_PATH_OK;
}

static CabPathFault
check_characters (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if ((guchar)bytes[i] < 0x20 || bytes[i] == 0x7F)
        return CAB_PATH_CONTROL;
      if (bytes[i] == '\\')
        return CAB_PATH_BACKSLASH;
    }

  return g_utf8_validate_len (bytes, length, NULL) ? CAB_PATH_OK : CAB_PATH_ENCODING;
}

static CabPathFault
check_start (const char *bytes, gsize length)
{
  if (bytes[0] == '/')
    return CAB_PATH_ABSOLUTE;
  if (bytes[0] == '~')
    return CAB_PATH_HOME;
  if (length >= 2 && g_ascii_isalpha (bytes[0]) && bytes[1] == ':')
    return CAB_PATH_DRIVE;

  return CAB_PATH_OK;
}

CabPathFault
cab_bundle_path_check (const char *bytes, gsize length)
{
  CabPathFault fault;
  guint depth = 0;

  g_return_val_if_fail (bytes != NULL, CAB_PATH_EMPTY);

  if (length == 0)
    return CAB_PATH_EMPTY;
  if ((fault = check_characters (bytes, length)) != CAB_PATH_OK
      || (fault = check_start (bytes, length)) != CAB_PATH_OK)
    return fault;
  if (bytes[length - 1] == '/')
    length--;

  for (gsize start = 0; start <= length;)
    {
      const char *slash = memchr (bytes + start, '/', length - start);
      gsize end = slash != NULL ? (gsize)(slash - bytes) : length;

      if ((fault = check_part (bytes + start, end - start)) != CAB_PATH_OK)
        return fault;
      if (++depth > CAB_BUNDLE_MAX_DEPTH)
        return CAB_PATH_DEEP;
      start = end + 1;
    }

  return CAB_PATH_OK;
}

gboolean
cab_bundle_path_set_error (GError **error,
                           CabPathFault fault,
                           const char *place,
                           const char *bytes,
                           gsize length)
{
  static const CabExportError codes[] = {
    [CAB_PATH_EMPTY] = CAB_EXPORT_ERROR_ZIP_PATH_DOTDOT,
    [CAB_PATH_ENCODING] = CAB_EXPORT_ERROR_ZIP_PATH_ENCODING,
    [CAB_PATH_CONTROL] = CAB_EXPORT_ERROR_ZIP_PATH_CONTROL,
    [CAB_PATH_BACKSLASH] = CAB_EXPORT_ERROR_ZIP_PATH_BACKSLASH,
    [CAB_PATH_ABSOLUTE] = CAB_EXPORT_ERROR_ZIP_PATH_ABSOLUTE,
    [CAB_PATH_DRIVE] = CAB_EXPORT_ERROR_ZIP_PATH_DRIVE,
    [CAB_PATH_HOME] = CAB_EXPORT_ERROR_ZIP_PATH_HOME,
    [CAB_PATH_DOTDOT] = CAB_EXPORT_ERROR_ZIP_PATH_DOTDOT,
    [CAB_PATH_DEVICE] = CAB_EXPORT_ERROR_ZIP_PATH_DEVICE,
    [CAB_PATH_DEEP] = CAB_EXPORT_ERROR_ZIP_TOO_DEEP,
  };
  g_autofree char *path = NULL;

  g_return_val_if_fail (fault > CAB_PATH_OK && (gsize)fault < G_N_ELEMENTS (codes), FALSE);

  /* A NUL inside is a control character and cuts what is shown. */
  path = g_strndup (bytes, length);
  return cab_export_error_set (error, codes[fault], place, 0, path);
}

char *
cab_bundle_path_fold (const char *path)
{
  g_autofree char *composed = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  composed = g_utf8_normalize (path, -1, G_NORMALIZE_NFC);
  g_return_val_if_fail (composed != NULL, NULL);

  /* Folding can take a string out of NFC, so it is composed again. */
  folded = g_utf8_casefold (composed, -1);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}

gboolean
cab_bundle_path_is_ours (const char *path)
{
  static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789._-/";
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (strcmp (path, front_page) == 0)
    return TRUE;
  if (cab_bundle_path_check (path, strlen (path)) != CAB_PATH_OK
      || strspn (path, allowed) != strlen (path))
    return FALSE;

  parts = g_strsplit (path, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      if (length == 0 || length > LONGEST_OURS || parts[i][length - 1] == '.')
        return FALSE;
    }

  return TRUE;
}
