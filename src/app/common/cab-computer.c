/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-computer.h"

#define SCHEMA "io.cabinet.Cabinet"

/* From the folder of the program: as installed, and as built. */
static const char *const folders[] = { "../share/glib-2.0/schemas", "../../data" };

static GSettingsSchema *
find_beside (const char *program)
{
  g_autofree char *folder = g_path_get_dirname (program);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folder, folders[i], NULL);
      g_autoptr (GSettingsSchemaSource) source = g_settings_schema_source_new_from_directory (
          path, g_settings_schema_source_get_default (), FALSE, NULL);
      g_autoptr (GSettingsSchema) schema
          = source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, FALSE) : NULL;

      if (schema != NULL)
        return g_steal_pointer (&schema);
    }

  return NULL;
}

static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSettingsSchema) schema = program != NULL ? find_beside (program) : NULL;

  /* What lies beside the program is of the same version as the program. */
  if (schema == NULL && source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

GSettings *
cab_computer_get_settings (void)
{
  static GSettings *settings;
  static gboolean is_looked_for;

  if (!is_looked_for)
    {
      settings = find_settings ();
      is_looked_for = TRUE;
    }

  return settings;
}

gboolean
cab_computer_get_boolean (const char *key, gboolean otherwise)
{
  GSettings *settings = cab_computer_get_settings ();

  g_return_val_if_fail (key != NULL, otherwise);

  return settings != NULL ? g_settings_get_boolean (settings, key) : otherwise;
}

void
cab_computer_bind (const char *key, gpointer object, const char *property)
{
  GSettings *settings = cab_computer_get_settings ();

  g_return_if_fail (key != NULL);
  g_return_if_fail (G_IS_OBJECT (object));

  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}
