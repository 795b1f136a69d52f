/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-word.h"

#include <glib/gi18n.h>

typedef enum
{
  WORD_CLIENTS,
  WORD_PATIENTS,
  WORD_SERVICE_USERS,
  N_WORDS
} Word;

static const char *const codes[N_WORDS] = { "clients", "patients", "service-users" };

typedef struct
{
  const char *key;
  const char *texts[N_WORDS];
} Row;

/* Sorted by key. Each cell is a whole text: words are never put into sentences. */
static const Row rows[] = {
  { "add-a-client",
    { NC_ ("clients", "Add a client"), NC_ ("patients", "Add a patient"),
      NC_ ("service-users", "Add a service user") } },
  { "add-first",
    { NC_ ("clients", "Add your first client, or import a list"),
      NC_ ("patients", "Add your first patient, or import a list"),
      NC_ ("service-users", "Add your first service user, or import a list") } },
  { "backup-limit",
    { NC_ ("clients", "This is what ends the life of erased clients’ data in backups."),
      NC_ ("patients", "This is what ends the life of erased patients’ data in backups."),
      NC_ ("service-users",
           "This is what ends the life of erased service users’ data in backups.") } },
  { "client",
    { NC_ ("clients", "Client"), NC_ ("patients", "Patient"),
      NC_ ("service-users", "Service User") } },
  { "client-menu",
    { NC_ ("clients", "Client Menu"), NC_ ("patients", "Patient Menu"),
      NC_ ("service-users", "Service User Menu") } },
  { "clients",
    { NC_ ("clients", "Clients"), NC_ ("patients", "Patients"),
      NC_ ("service-users", "Service Users") } },
  { "find-client",
    { NC_ ("clients", "Find a client"), NC_ ("patients", "Find a patient"),
      NC_ ("service-users", "Find a service user") } },
  { "go-to-client",
    { NC_ ("clients", "Go to Client"), NC_ ("patients", "Go to Patient"),
      NC_ ("service-users", "Go to Service User") } },
  { "hand-to-client",
    { NC_ ("clients", "Hand to Client…"), NC_ ("patients", "Hand to Patient…"),
      NC_ ("service-users", "Hand to Service User…") } },
  { "kept-apart",
    { NC_ ("clients", "Kept apart. In some countries the client may still ask for it."),
      NC_ ("patients", "Kept apart. In some countries the patient may still ask for it."),
      NC_ ("service-users",
           "Kept apart. In some countries the service user may still ask for it.") } },
  { "moved-to-trash",
    { NC_ ("clients", "Client moved to trash"), NC_ ("patients", "Patient moved to trash"),
      NC_ ("service-users", "Service user moved to trash") } },
  { "new-client",
    { NC_ ("clients", "New Client"), NC_ ("patients", "New Patient"),
      NC_ ("service-users", "New Service User") } },
  { "new-client-more",
    { NC_ ("clients", "_New Client…"), NC_ ("patients", "_New Patient…"),
      NC_ ("service-users", "_New Service User…") } },
  { "no-client-chosen",
    { NC_ ("clients", "Choose a Client"), NC_ ("patients", "Choose a Patient"),
      NC_ ("service-users", "Choose a Service User") } },
  { "no-clients",
    { NC_ ("clients", "No Clients Yet"), NC_ ("patients", "No Patients Yet"),
      NC_ ("service-users", "No Service Users Yet") } },
  { "not-shared",
    { NC_ ("clients", "Not Shared by the Client"), NC_ ("patients", "Not Shared by the Patient"),
      NC_ ("service-users", "Not Shared by the Service User") } },
  { "sample",
    { NC_ ("clients", "Sample practice – do not enter real clients"),
      NC_ ("patients", "Sample practice – do not enter real patients"),
      NC_ ("service-users", "Sample practice – do not enter real service users") } },
  { "write-a-note",
    { NC_ ("clients", "Write a note from a client’s page"),
      NC_ ("patients", "Write a note from a patient’s page"),
      NC_ ("service-users", "Write a note from a service user’s page") } },
};

static Word
find_word (const char *word)
{
  for (Word i = WORD_CLIENTS; i < N_WORDS; i++)
    if (g_strcmp0 (codes[i], word) == 0)
      return i;

  return WORD_CLIENTS;
}

const char *
cab_word (const char *word, const char *key)
{
  Word column = find_word (word);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].key, key))
      return g_dpgettext2 (NULL, codes[column], rows[i].texts[column]);

  g_error ("no word “%s” in the table", key);
}
