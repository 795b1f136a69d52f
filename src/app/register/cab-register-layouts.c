/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-register-layouts.h"

#include <glib/gi18n.h>

#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-condition.h"
#include "cab-contact.h"

#define CLIENT(field) CAB_OWN (CAB_CLIENT_FIELD_##field)
#define CONTACT(field) CAB_OWN (CAB_CONTACT_FIELD_##field)
#define LINK(field) CAB_OWN (CAB_CLIENT_CONTACT_FIELD_##field)
#define CONDITION(field) CAB_OWN (CAB_CONDITION_FIELD_##field)

static const guint names[] = {
  CLIENT (PREFERRED_NAME), CLIENT (GIVEN_NAME), CLIENT (FAMILY_NAME),   CLIENT (FORMER_NAME),
  CLIENT (PRONOUNS),       CLIENT (GENDER),     CLIENT (DATE_OF_BIRTH),
};

static const guint reach[] = {
  CLIENT (PHONE),          CLIENT (PHONE_2),        CLIENT (EMAIL),
  CLIENT (ADDRESS_LINE_1), CLIENT (ADDRESS_LINE_2), CLIENT (CITY),
  CLIENT (REGION),         CLIENT (POSTCODE),       CLIENT (COUNTRY),
};

static const guint permissions[] = {
  CLIENT (ALLOW_PHONE), CLIENT (ALLOW_VOICEMAIL), CLIENT (VOICEMAIL_WORDING), CLIENT (ALLOW_TEXT),
  CLIENT (ALLOW_EMAIL), CLIENT (ALLOW_LETTER),    CLIENT (CONTACT_NOTE),      CLIENT (QUIET_FROM),
  CLIENT (QUIET_TO),    CLIENT (QUIET_DAYS),
};

static const guint work[] = {
  CLIENT (REFERENCE),     CLIENT (CLIENT_KIND),  CLIENT (STATUS),   CLIENT (STATUS_SINCE),
  CLIENT (WAITING_SINCE), CLIENT (STARTED_ON),   CLIENT (ENDED_ON), CLIENT (END_REASON),
  CLIENT (REFERRED_ON),   CLIENT (AVAILABILITY),
};

static const guint own_words[] = { CLIENT (PRESENTING) };

static const guint person[] = {
  CLIENT (NATIONALITY),  CLIENT (FIRST_LANGUAGE), CLIENT (RELATIONSHIP_STATUS),
  CLIENT (OCCUPATION),   CLIENT (EDUCATION),      CLIENT (LOCATION),
  CLIENT (ETHNICITY),    CLIENT (RELIGION),       CLIENT (SEXUAL_ORIENTATION),
  CLIENT (ACCESS_NEEDS), CLIENT (HEALTH_ID),      CLIENT (DECLINED),
};

static const guint minor[] = { CLIENT (GUARDIAN_INITIATED), CLIENT (COMPETENCE_NOTE) };

static const guint upkeep[] = { CLIENT (DETAILS_CONFIRMED_ON), CLIENT (DIED_ON) };

static const CabLayoutSection client_sections[] = {
  CAB_LAYOUT_SECTION (N_ ("Names"), names),
  CAB_LAYOUT_SECTION (N_ ("In Their Words"), own_words),
  CAB_LAYOUT_SECTION (N_ ("How to Reach Them"), reach),
  CAB_LAYOUT_SECTION (N_ ("What They Allow"), permissions),
  CAB_LAYOUT_SECTION (N_ ("Work Together"), work),
  CAB_LAYOUT_SECTION (N_ ("About the Person"), person),
  CAB_LAYOUT_SECTION (N_ ("Under Age"), minor),
  CAB_LAYOUT_SECTION (N_ ("Keeping This Right"), upkeep),
};

CAB_DEFINE_LAYOUT (cab_client_layout, &cab_client_kind, client_sections);

static const guint first_call[] = {
  CLIENT (GIVEN_NAME),    CLIENT (FAMILY_NAME), CLIENT (PREFERRED_NAME), CLIENT (PRONOUNS),
  CLIENT (DATE_OF_BIRTH), CLIENT (PHONE),       CLIENT (EMAIL),          CLIENT (STATUS),
};

static const CabLayoutSection new_client_sections[] = { CAB_LAYOUT_SECTION (NULL, first_call) };

CAB_DEFINE_LAYOUT (cab_new_client_layout, &cab_client_kind, new_client_sections);

static const guint contact[] = {
  CONTACT (GIVEN_NAME),   CONTACT (FAMILY_NAME),  CONTACT (ORGANISATION), CONTACT (PROFESSION),
  CONTACT (PHONE),        CONTACT (EMAIL),        CONTACT (ADDRESS),      CONTACT (COUNTRY),
  CONTACT (CONTACT_KIND), CONTACT (AGREEMENT_ON), CONTACT (CONTACT_NOTE),
};

static const CabLayoutSection contact_sections[]
    = { CAB_LAYOUT_SECTION (N_ ("Person or Organisation"), contact) };

CAB_DEFINE_LAYOUT (cab_contact_layout, &cab_contact_kind, contact_sections);

static const guint part[] = {
  LINK (ROLE),        LINK (RELATIONSHIP), LINK (AUTHORITY), LINK (ORDER_NOTE),
  LINK (MAY_BE_TOLD), LINK (VALID_FROM),   LINK (VALID_TO),
};

static const CabLayoutSection link_sections[] = { CAB_LAYOUT_SECTION (N_ ("Their Part"), part) };

CAB_DEFINE_LAYOUT (cab_client_contact_layout, &cab_client_contact_kind, link_sections);

static const guint condition[] = {
  CONDITION (LABEL),          CONDITION (CERTAINTY),      CONDITION (CONDITION_STATUS),
  CONDITION (CODE_SYSTEM),    CONDITION (CONDITION_CODE), CONDITION (DIAGNOSED_ON),
  CONDITION (DIAGNOSED_BY),   CONDITION (ONSET),          CONDITION (ENDED_ON),
  CONDITION (CONDITION_NOTE),
};

static const CabLayoutSection condition_sections[] = { CAB_LAYOUT_SECTION (NULL, condition) };

CAB_DEFINE_LAYOUT (cab_condition_layout, &cab_condition_kind, condition_sections);
