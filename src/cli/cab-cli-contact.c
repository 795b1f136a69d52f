/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-contact.h"

#include <glib/gi18n.h>

#include "cab-cli-fill.h"
#include "cab-cli-record.h"
#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-contact.h"

gboolean
cab_cli_contact_list (CabCli *cli, GError **error)
{
  if (cab_cli_get_word (cli, 0) != NULL)
    return cab_cli_record_list_kind (cli, &cab_client_contact_kind,
                                     "id contact_id role relationship authority valid_to", error);

  return cab_cli_record_list_kind (cli, &cab_contact_kind, "id name profession phone country",
                                   error);
}

/* A contact, its link to a client, or both. */
typedef struct
{
  CabRecord *contact;
  CabRecord *link;
} Pair;

static gboolean
save_pair (CabPractice *practice, gpointer data, GError **error)
{
  Pair *pair = data;

  if (pair->contact != NULL && !cab_practice_save (practice, pair->contact, error))
    return FALSE;
  if (pair->link == NULL)
    return TRUE;

  if (pair->contact != NULL)
    cab_record_set_text (pair->link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CONTACT_ID),
                         cab_record_get_id (pair->contact));
  return cab_practice_save (practice, pair->link, error);
}

static CabRecord *
make_link (CabCli *cli, CabCliInput *input, GError **error)
{
  g_autoptr (CabRecord) client = cab_cli_record_find (cli, &cab_client_kind, 0, error);
  g_autoptr (CabRecord) link = cab_record_new (&cab_client_contact_kind);

  if (client == NULL)
    return NULL;

  cab_record_set_text (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CLIENT_ID),
                       cab_record_get_id (client));
  if (!cab_cli_fill_record (cli, input, link, cab_record_get_id (client), error))
    return NULL;

  return g_steal_pointer (&link);
}

static CabRecord *
make_contact (CabCli *cli, CabCliInput *input, GError **error)
{
  g_autoptr (CabRecord) contact = cab_record_new (&cab_contact_kind);

  cab_record_set_code (contact, CAB_OWN (CAB_CONTACT_FIELD_CONTACT_KIND), CAB_CONTACT_KIND_PERSON);
  if (!cab_cli_fill_record (cli, input, contact, NULL, error))
    return NULL;

  return g_steal_pointer (&contact);
}

/* What was given must fit together: a link needs a client and one contact. */
static gboolean
check_given (CabCli *cli, CabCliInput *input, GError **error)
{
  gboolean has_client = cab_cli_get_word (cli, 0) != NULL;
  gboolean has_link = cab_cli_fill_has (cli, input, &cab_client_contact_kind);

  if (!has_client && has_link)
    return cab_cli_set_usage_error (
        error, _ ("A role and what goes with it need the client whose contact this is."));

  return TRUE;
}

gboolean
cab_cli_contact_add (CabCli *cli, GError **error)
{
  g_autoptr (CabCliInput) input = NULL;
  g_autoptr (CabRecord) contact = NULL;
  g_autoptr (CabRecord) link = NULL;
  Pair pair = { NULL, NULL };

  if (!cab_cli_fill_read (cli, &input, error) || !check_given (cli, input, error))
    return FALSE;

  if (cab_cli_get_word (cli, 0) != NULL)
    {
      link = make_link (cli, input, error);
      if (link == NULL)
        return FALSE;
    }

  if (link == NULL || cab_record_is_none (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CONTACT_ID)))
    contact = make_contact (cli, input, error);
  else if (cab_cli_fill_has (cli, input, &cab_contact_kind))
    return cab_cli_set_usage_error (error,
                                    _ ("--contact names one that is there; change it by “edit”."));

  if (contact == NULL && link == NULL)
    return FALSE;
  if (contact == NULL && cab_record_is_none (link, CAB_OWN (CAB_CLIENT_CONTACT_FIELD_CONTACT_ID)))
    return FALSE;

  pair.contact = contact;
  pair.link = link;
  if (!cab_practice_transact (cab_cli_get_practice (cli), "add a contact", save_pair, &pair, error))
    return FALSE;

  cab_cli_record_print_handle (cli, link != NULL ? link : contact);
  return TRUE;
}
