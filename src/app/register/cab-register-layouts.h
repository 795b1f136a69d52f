/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-layout.h"

G_BEGIN_DECLS

/** cab_client_layout: everything of a client that is typed: the page of details, the overview */
extern const CabLayout cab_client_layout;

/** cab_new_client_layout: what is asked when somebody first calls */
extern const CabLayout cab_new_client_layout;

/** cab_contact_layout, cab_client_contact_layout: a person around the client, and the link */
extern const CabLayout cab_contact_layout;
extern const CabLayout cab_client_contact_layout;

/** cab_condition_layout: a condition and how sure it is */
extern const CabLayout cab_condition_layout;

G_END_DECLS
