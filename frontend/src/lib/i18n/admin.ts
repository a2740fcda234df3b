import { adminEn } from "./admin-en.ts";
import { adminNl } from "./admin-nl.ts";
import { i18n } from "./setup.ts";

// Loaded with the pages that say them: the inbox has its first screen to pay for.
i18n.addResourceBundle("en", "translation", adminEn, true);
i18n.addResourceBundle("nl", "translation", adminNl, true);
