/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-language.h"

/* The library forgets the description with the last text that uses it. This one
 * stays empty and is kept as long as the program runs. */
static GtkSourceBuffer *keeper;

static void
set_language (GtkSourceBuffer *buffer)
{
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();

  gtk_source_buffer_set_language (buffer,
                                  gtk_source_language_manager_get_language (languages, "markdown"));
}

static void
ensure_keeper (void)
{
  if (keeper != NULL)
    return;

  keeper = gtk_source_buffer_new (NULL);
  set_language (keeper);
}

void
cab_note_language_apply (GtkSourceBuffer *buffer)
{
  g_return_if_fail (GTK_SOURCE_IS_BUFFER (buffer));

  ensure_keeper ();
  set_language (buffer);
}

static gboolean
on_idle_cb (gpointer user_data)
{
  ensure_keeper ();

  return G_SOURCE_REMOVE;
}

void
cab_note_language_prepare (void)
{
  g_idle_add_full (G_PRIORITY_LOW, on_idle_cb, NULL, NULL);
}
