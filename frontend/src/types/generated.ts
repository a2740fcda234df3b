/**
 * What the API takes and gives, made from openapi.json. Do not change it: change the API, renew its description
 * (CONTRIBUTING.md), and run `npm run types:make`.
 */

export interface components {
    schemas: {
        Acceptance: {
            language?: string | null;
            name?: string | null;
            password: string;
            token: string;
        };
        AccountView: {
            address: string;
            channel: components["schemas"]["ChannelKind"];
            enabled: boolean;
            id: string;
            name: string;
        };
        AccountViews: {
            items: components["schemas"]["AccountView"][];
        };
        Addressing: {
            cc: string[];
            newcomers: string[];
            replyTo: components["schemas"]["Elsewhere"] | null;
            to: string[];
        };
        AddressView: {
            kind: string;
            value: string;
        };
        Ahead: {
            items: components["schemas"]["Promised"][];
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            later: number;
            /** Format: int64 */
            soon: number;
        };
        Apart: {
            apart: components["schemas"]["CustomerView"];
            customer: components["schemas"]["CustomerView"];
            id: string;
        };
        Assignment: {
            assignee: string | null;
        };
        AttachmentView: {
            contentId: string | null;
            id: string;
            name: string;
            /** @enum {string} */
            place: "beside" | "within" | "quoted";
            /** @enum {string} */
            scanState: "unscanned" | "clean" | "infected" | "failed";
            /** Format: int64 */
            size: number;
            type: string;
            url: string;
        };
        AuditPage: {
            items: components["schemas"]["AuditRecord"][];
            names: {
                [key: string]: string;
            };
            next: string | null;
        };
        AuditRecord: {
            at: string;
            details: {
                [key: string]: string;
            };
            id: string;
            target: string;
            what: string;
            who: string;
        };
        /** @enum {string} */
        AuthorKind: "agent" | "customer" | "colleague" | "system" | "bot" | "integration";
        AuthorView: {
            id: string | null;
            kind: components["schemas"]["AuthorKind"];
            name: string;
        };
        BasketView: {
            currency: string;
            items: string[];
            total: string;
        };
        Board: {
            atRisk: components["schemas"]["Risk"][];
            people: components["schemas"]["PersonLine"][];
            promises: components["schemas"]["Ahead"];
            queues: components["schemas"]["QueueLine"][];
        };
        BoardPage: {
            board: components["schemas"]["Board"];
            live: string;
        };
        ByView: {
            id: string | null;
            kind: components["schemas"]["AuthorKind"];
            name: string;
        };
        CalendarForm: {
            days: components["schemas"]["Day"][];
            name: string;
            week: components["schemas"]["Week"];
            zone: string;
        };
        CalendarView: {
            calendar: components["schemas"]["CalendarForm"];
            /** Format: date-time */
            closesAt: string | null;
            id: string;
            open: boolean;
            /** Format: date-time */
            opensAt: string | null;
            /** Format: int64 */
            version: number;
        };
        CalendarViews: {
            items: components["schemas"]["CalendarView"][];
        };
        CallNote: {
            /** Format: date-time */
            at: string | null;
            by: components["schemas"]["PersonRef"] | null;
            text: string;
        };
        CallNoteBody: {
            text: string;
        };
        CallsPage: {
            items: components["schemas"]["LiveCall"][];
            live: string;
        };
        CallView: {
            /** @enum {string|null} */
            known: "number" | "code" | null;
            note: components["schemas"]["CallNote"] | null;
            out: boolean;
            /** @enum {string|null} */
            outcome: "answered" | "missed" | "voicemail" | "unreached" | "cancelled" | null;
            person: components["schemas"]["PersonRef"] | null;
            picked: boolean;
            /** Format: int64 */
            seconds: number | null;
            /** @enum {string} */
            state: "ringing" | "talking" | "over";
        };
        CapabilitiesView: {
            attachments: boolean;
            html: boolean;
            letters: boolean;
            /** Format: int64 */
            maxAttachmentBytes: number;
            /** Format: int32 */
            maxAttachments: number;
            /** Format: int32 */
            maxLength: number | null;
            receipts: components["schemas"]["Delivery"][];
            subject: boolean;
        };
        Change: {
            /** Format: email */
            email: string;
            language: string;
            name: string;
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        ChannelKind: "email" | "chat" | "sms" | "whatsapp" | "voice" | "messenger" | "instagram" | "telegram" | "custom";
        Colleague: {
            active: boolean;
            capacity: {
                [key: string]: number;
            };
            cover: string | null;
            email: string | null;
            id: string;
            name: string;
            online: boolean;
            phone: string | null;
            presence: components["schemas"]["Presence"];
            queues: components["schemas"]["QueuesView"];
            roles: components["schemas"]["Role"][];
            speaks: string[];
        };
        ColleagueRequestView: {
            /** Format: date-time */
            answeredAt: string | null;
            /** Format: date-time */
            askedAt: string;
            by: components["schemas"]["PersonRef"];
            /** Format: date-time */
            dueAt: string;
            excerpt: string | null;
            id: string;
            /** @enum {string} */
            mail: "waiting" | "sent" | "failed" | "no-mailbox";
            mailReason: string | null;
            name: string;
            question: string;
            /** Format: date-time */
            remindedAt: string | null;
            /** @enum {string} */
            state: "asked" | "overdue" | "answered" | "withdrawn";
            to: string;
        };
        ColleagueRequestViews: {
            items: components["schemas"]["ColleagueRequestView"][];
        };
        Conflict: {
            chosen: string;
            customer: string;
            field: string;
            with: string;
        };
        ConversationView: {
            customer: components["schemas"]["CustomerView"];
            id: string;
            live: string;
            topics: components["schemas"]["TopicView"][];
        };
        Count: {
            /** Format: int32 */
            customer: number;
            /** Format: int32 */
            with: number;
        };
        Counts: {
            live: string;
            longest: {
                [key: string]: string;
            };
            views: {
                [key: string]: number;
            };
            waiting: {
                [key: string]: number;
            };
        };
        CustomerEdit: {
            language?: string | null;
            name?: string | null;
            zone?: string | null;
        };
        CustomerRef: {
            id: string;
            name: string;
        };
        CustomerView: {
            conversation: string;
            id: string;
            identities: components["schemas"]["IdentityView"][];
            language: string | null;
            name: string;
            /** Format: date-time */
            since: string;
            zone: string | null;
        };
        Day: {
            /** Format: date */
            date: string;
            hours: components["schemas"]["Hours"][];
            name: string;
        };
        DeadLetterPage: {
            items: components["schemas"]["DeadLetterRow"][];
            next: string | null;
        };
        DeadLetterRow: {
            account: string;
            /** Format: date-time */
            at: string;
            /** Format: int32 */
            attempts: number;
            channel: components["schemas"]["ChannelKind"];
            id: string;
            reason: string;
            /** Format: int32 */
            size: number;
        };
        DeadLetterWhole: {
            headers: {
                [key: string]: string;
            };
            letter: components["schemas"]["DeadLetterRow"];
            raw: string;
        };
        DeedView: {
            /** Format: date-time */
            at: string;
            by: string;
            from: components["schemas"]["Party"];
            id: string;
            kind: string;
            to: components["schemas"]["Party"];
            undone: components["schemas"]["Undone"] | null;
        };
        /** @enum {string} */
        Delivery: "queued" | "sending" | "sent" | "delivered" | "read" | "failed" | "unconfirmed" | "withdrawn";
        DepartmentView: {
            email: string;
            id: string;
            /** @enum {string} */
            language: "en" | "nl";
            name: string;
            /** Format: int64 */
            version: number;
        };
        DepartmentViews: {
            items: components["schemas"]["DepartmentView"][];
        };
        Detached: {
            apart: components["schemas"]["CustomerView"];
            customer: components["schemas"]["CustomerView"];
            id: string;
        };
        DetachmentView: {
            detachment: components["schemas"]["DeedView"];
            undo: components["schemas"]["UndoPreview"] | null;
        };
        Draft: {
            text: string;
        };
        DraftCheck: {
            known: components["schemas"]["KnownAlready"][];
            promise: components["schemas"]["PromiseNoticed"] | null;
        };
        DraftSpan: {
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
        };
        EarlierFact: {
            by: components["schemas"]["FactBy"] | null;
            entries: string[];
            source: components["schemas"]["FactSource"];
            state: components["schemas"]["FactState"];
            value: string;
        };
        Elsewhere: {
            address: string;
            entry: string;
            from: string;
        };
        EntriesPage: {
            items: components["schemas"]["EntryView"][];
            live: string;
            next: string | null;
        };
        EntryView: {
            account: string | null;
            /** Format: date-time */
            at: string;
            attachments: components["schemas"]["AttachmentView"][];
            author: components["schemas"]["AuthorView"];
            automatic: boolean;
            call: components["schemas"]["CallView"] | null;
            cc: string[];
            channel: components["schemas"]["ChannelKind"] | null;
            clientId: string | null;
            delivery: components["schemas"]["Delivery"] | null;
            /** Format: date-time */
            deliveryAt: string | null;
            deliveryReason: string | null;
            /** @enum {string|null} */
            direction: "in" | "out" | null;
            event: components["schemas"]["EventView"] | null;
            from: string | null;
            html: string | null;
            id: string;
            imported: boolean;
            promise: string | null;
            quote: string | null;
            reason: string | null;
            related: components["schemas"]["RelatedView"] | null;
            replyTo: string | null;
            /** Format: date-time */
            sentAt: string | null;
            subject: string | null;
            text: string;
            to: string[];
            topic: string;
            /** @enum {string} */
            type: "message" | "call" | "note" | "system" | "promise" | "hidden";
            /** Format: date-time */
            undoUntil: string | null;
        };
        ErasurePreview: {
            /** Format: int32 */
            addresses: number;
            /** Format: int32 */
            entries: number;
            /** Format: int32 */
            files: number;
            name: string;
            /** Format: int32 */
            openTopics: number;
            /** Format: int32 */
            promises: number;
            /** Format: date-time */
            since: string | null;
            /** Format: int32 */
            topics: number;
        };
        ErasureWanted: {
            name: string;
        };
        EventView: {
            customer: components["schemas"]["PersonRef"] | null;
            deed: string | null;
            handover: components["schemas"]["HandoverRef"] | null;
            kind: string;
            person: components["schemas"]["PersonRef"] | null;
            queue: components["schemas"]["QueueRef"] | null;
            /** Format: date-time */
            since: string | null;
            title: string | null;
            /** Format: date-time */
            until: string | null;
            why: string | null;
        };
        FactBy: {
            id: string;
            name: string;
        };
        FactKindView: {
            builtIn: boolean;
            kind: string;
            name: components["schemas"]["FactWords"];
            pattern: string | null;
            questions: components["schemas"]["FactQuestions"];
            version: string | null;
        };
        FactKindViews: {
            items: components["schemas"]["FactKindView"][];
        };
        FactKindWanted: {
            name: components["schemas"]["FactWords"];
            pattern?: string | null;
            questions: components["schemas"]["FactQuestions"];
            version?: string | null;
        };
        FactName: {
            en: string;
            nl: string;
        };
        FactQuestions: {
            en: string[];
            nl: string[];
        };
        FactSource: {
            /** Format: date-time */
            at: string;
            channel: string;
            entry: string | null;
        };
        /** @enum {string} */
        FactState: "said" | "confirmed" | "corrected";
        FactView: {
            by: components["schemas"]["FactBy"] | null;
            earlier: components["schemas"]["EarlierFact"][];
            entries: string[];
            kind: string;
            name: components["schemas"]["FactName"];
            source: components["schemas"]["FactSource"];
            state: components["schemas"]["FactState"];
            value: string;
        };
        FactViews: {
            items: components["schemas"]["FactView"][];
            live: string;
            worthAsking: components["schemas"]["WorthAsking"] | null;
        };
        FactWanted: {
            entry?: string | null;
            topic?: string | null;
            value: string;
        };
        FactWords: {
            en: string;
            nl: string;
        };
        FeedRule: {
            accounts: string[];
            brands: string[];
            languages: string[];
            words: string[];
        };
        FiguresView: {
            byChannel: components["schemas"]["PromiseFiguresPart"][];
            byPerson: components["schemas"]["PromiseFiguresPart"][];
            byQueue: components["schemas"]["PromiseFiguresPart"][];
            days: components["schemas"]["PromiseFiguresDay"][];
            /** Format: date */
            from: string;
            total: components["schemas"]["Sums"];
            /** Format: date */
            until: string;
            zone: string;
        };
        FilledIn: {
            name: string;
            value: string;
        };
        FlowView: {
            id: string;
            label: string;
            labels: string[];
            name: string;
            /** Format: int32 */
            of: number;
            resume: boolean;
            /** Format: int32 */
            step: number;
            values: components["schemas"]["FilledIn"][];
        };
        Found: {
            items: components["schemas"]["CustomerView"][];
        };
        HandOver: {
            to?: string | null;
        };
        HandoverFigures: {
            /** Format: date */
            from: string;
            items: components["schemas"]["RouteFigures"][];
            /** Format: date */
            to: string;
        };
        HandoverList: {
            items: components["schemas"]["HandoverView"][];
        };
        HandoverRef: {
            code: string | null;
            from: string;
            id: string;
            to: string;
        };
        /** @enum {string} */
        HandoverState: "offered" | "arrived" | "declined" | "expired" | "revoked";
        HandoverView: {
            account: string;
            address: string | null;
            by: components["schemas"]["ByView"];
            /** Format: date-time */
            closedAt: string | null;
            code: string | null;
            /** Format: date-time */
            expiresAt: string;
            from: components["schemas"]["ChannelKind"];
            how: string;
            id: string;
            link: string | null;
            /** Format: date-time */
            offeredAt: string;
            qr: components["schemas"]["QrView"] | null;
            said: boolean;
            state: components["schemas"]["HandoverState"];
            to: components["schemas"]["ChannelKind"];
            told: string | null;
            topic: string;
        };
        HandoverWay: {
            account: string | null;
            address: string | null;
            available: boolean;
            how: string;
            proven: boolean;
            /** Format: date-time */
            quietUntil: string | null;
            reason: string | null;
            reasonText: string | null;
            suggested: string | null;
            to: components["schemas"]["ChannelKind"];
            wished: boolean;
        };
        HandoverWays: {
            from: components["schemas"]["ChannelKind"];
            items: components["schemas"]["HandoverWay"][];
        };
        Hours: {
            from: string;
            until: string;
        };
        IdentityView: {
            id: string;
            kind: string;
            /** Format: date-time */
            lastSeen: string | null;
            level: components["schemas"]["Level"];
            proof: components["schemas"]["ProofView"] | null;
            shared: boolean;
            value: string;
        };
        ImportedCustomer: {
            address?: string | null;
            kind?: string | null;
            language?: string | null;
            name?: string | null;
        };
        ImportOutcome: {
            detail: string | null;
            entry: string | null;
            field: string | null;
            id: string | null;
            /** @enum {string} */
            outcome: "stored" | "repeat" | "refused";
        };
        ImportOutcomes: {
            items: components["schemas"]["ImportOutcome"][];
        };
        Imports: {
            messages: components["schemas"]["NewImport"][];
            source: string;
        };
        InboxItem: {
            /** Format: date-time */
            at: string;
            channel: components["schemas"]["ChannelKind"] | null;
            conversation: string;
            customer: components["schemas"]["CustomerRef"];
            failed: boolean;
            order: string;
            preview: string;
            /** @enum {string} */
            previewBy: "customer" | "agent";
            topic: components["schemas"]["TopicRow"];
            unread: boolean;
        };
        InboxPage: {
            items: components["schemas"]["InboxItem"][];
            live: string;
            next: string | null;
            said: {
                [key: string]: string;
            } | null;
            whole: boolean | null;
        };
        InvitationLook: {
            email: string;
            /** @enum {string} */
            language: "en" | "nl";
            name: string;
        };
        InvitationView: {
            by: string;
            email: string;
            expired: boolean;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /** @enum {string} */
            language: "en" | "nl";
            link: string | null;
            /** @enum {string|null} */
            mail: "sent" | "failed" | "no-mailbox" | null;
            mailReason: string | null;
            name: string;
            queues: components["schemas"]["QueuesView"];
            roles: components["schemas"]["Role"][];
            /** Format: date-time */
            sentAt: string;
            speaks: string[];
        };
        InvitationViews: {
            items: components["schemas"]["InvitationView"][];
        };
        Joined: {
            items: components["schemas"]["DeedView"][];
        };
        Keep: {
            clientId: string;
            entry?: string | null;
        };
        KnownAlready: {
            asked: components["schemas"]["DraftSpan"];
            instead: string;
            kind: string;
            name: components["schemas"]["FactName"];
            source: components["schemas"]["FactSource"];
            value: string;
        };
        /** @enum {string} */
        Level: "claimed" | "observed" | "verified";
        LiveCall: {
            conversation: string;
            customer: components["schemas"]["CustomerRef"];
            entry: string;
            /** @enum {string|null} */
            known: "number" | "code" | null;
            mine: boolean;
            out: boolean;
            person: components["schemas"]["PersonRef"] | null;
            picked: boolean;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            state: "ringing" | "talking";
            topic: string;
        };
        Load: {
            channel: components["schemas"]["ChannelKind"];
            /** Format: int32 */
            most: number;
            /** Format: int32 */
            open: number;
        };
        Longest: {
            assignee: string | null;
            conversation: string;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            since: string;
            topic: string;
        };
        Merged: {
            customer: components["schemas"]["CustomerView"] | null;
            id: string | null;
            preview: components["schemas"]["MergePreview"] | null;
        };
        MergePreview: {
            conflicts: components["schemas"]["Conflict"][];
            customer: components["schemas"]["CustomerView"];
            topics: components["schemas"]["Count"];
            with: components["schemas"]["CustomerView"];
        };
        MergeView: {
            merge: components["schemas"]["DeedView"];
            undo: components["schemas"]["UndoPreview"] | null;
        };
        Moment: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["PersonRef"] | null;
            /** Format: date-time */
            dueAt: string;
            reason: string | null;
        };
        MomentView: {
            /** Format: date-time */
            at: string | null;
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            instead: string | null;
            outcome: components["schemas"]["Outcome"];
            sentence: string;
            zone: string;
        };
        Move: {
            title?: string | null;
            topic: string;
        };
        Moved: {
            customer: components["schemas"]["CustomerView"];
            id: string;
            receiver: components["schemas"]["CustomerView"];
            topic: string | null;
        };
        MovedTo: {
            topic: components["schemas"]["TopicRow"];
        };
        MoveLine: {
            away: boolean;
            move: components["schemas"]["DeedView"];
            title: string;
        };
        MoveList: {
            items: components["schemas"]["MoveLine"][];
        };
        MoveView: {
            because: string | null;
            move: components["schemas"]["DeedView"];
            title: string;
            undo: components["schemas"]["UndoPreview"] | null;
        };
        NewCall: {
            clientId?: string | null;
            to?: string | null;
            topic?: string | null;
        };
        NewColleagueRequest: {
            clientId: string;
            department?: string | null;
            /** Format: date-time */
            dueAt?: string | null;
            excerpt?: string | null;
            language?: string | null;
            name?: string | null;
            question: string;
            /** Format: email */
            to?: string | null;
        };
        NewDetachment: {
            identities: string[];
            name?: string | null;
        };
        NewHandoverRequest: {
            address?: string | null;
            clientId?: string | null;
            tell?: boolean | null;
            to: components["schemas"]["ChannelKind"];
            topic?: string | null;
        };
        NewImport: {
            account?: string | null;
            agent?: string | null;
            /** Format: date-time */
            at?: string | null;
            cc?: string[] | null;
            channel?: components["schemas"]["ChannelKind"] | null;
            customer?: components["schemas"]["ImportedCustomer"] | null;
            /** @enum {string|null} */
            direction?: "in" | "out" | null;
            id?: string | null;
            /** @enum {string|null} */
            leaves?: "resolved" | "open" | "waiting" | null;
            messageId?: string | null;
            subject?: string | null;
            text?: string | null;
            thread?: string | null;
            to?: string[] | null;
        };
        NewInvitation: {
            /** Format: email */
            email: string;
            language?: string | null;
            name: string;
            queues?: components["schemas"]["QueuesView"] | null;
            roles: components["schemas"]["Role"][];
            speaks?: string[] | null;
        };
        NewMerge: {
            choices?: {
                [key: string]: string;
            } | null;
            preview?: boolean | null;
            with: string;
        };
        NewMessage: {
            account?: string | null;
            attachments?: string[] | null;
            cc?: string[] | null;
            channel: components["schemas"]["ChannelKind"];
            clientId?: string | null;
            html?: string | null;
            quote?: boolean | null;
            replyToOf?: string | null;
            seen?: string | null;
            subject?: string | null;
            text: string;
            to?: string[] | null;
            topic?: string | null;
        };
        NewMove: {
            customer?: string | null;
            entry?: string | null;
            name?: string | null;
            topic?: string | null;
            why?: string | null;
        };
        NewNote: {
            clientId?: string | null;
            text: string;
            topic: string;
        };
        NewPerson: {
            /** Format: email */
            email: string;
            language?: string | null;
            name: string;
            password: string;
            queues?: components["schemas"]["QueuesView"] | null;
            roles: components["schemas"]["Role"][];
            speaks?: string[] | null;
        };
        NewPromiseRequest: {
            account?: string | null;
            action: string;
            channel: components["schemas"]["ChannelKind"];
            clientId: string;
            /** Format: date-time */
            dueAt: string;
            heard: string;
            seen?: string | null;
            text?: string | null;
            topic?: string | null;
            waitsFor?: string | null;
        };
        NewSplit: {
            identities?: string[] | null;
            name?: string | null;
            preview?: boolean | null;
            topics?: string[] | null;
        };
        NewTeam: {
            members?: string[] | null;
            name: string;
        };
        NewTitle: {
            title: string;
        };
        NewToken: {
            name: string;
            person?: string | null;
            scope?: components["schemas"]["TokenScope"] | null;
        };
        OccasionCustomer: {
            id: string;
            name: string;
        };
        OccasionDone: {
            /** Format: date-time */
            at: string;
            by: string;
            byName: string;
            /** @enum {string} */
            how: "made" | "left";
        };
        OccasionHeld: {
            title: string | null;
            topic: string | null;
            /** @enum {string} */
            why: "complaint" | "late-promise";
        };
        OccasionSeen: {
            conversation: string;
            /** Format: date */
            date: string;
            how: string;
            kind: string;
        };
        OccasionView: {
            conversation: string;
            customer: components["schemas"]["OccasionCustomer"];
            /** Format: date */
            date: string;
            done: components["schemas"]["OccasionDone"] | null;
            held: components["schemas"]["OccasionHeld"] | null;
            /** @enum {string} */
            kind: "birthday" | "customer-since";
            /** Format: int32 */
            years: number | null;
        };
        OccasionViews: {
            items: components["schemas"]["OccasionView"][];
            live: string;
            /** Format: date */
            today: string;
        };
        Order: {
            order: string[];
        };
        Ordered: {
            items: components["schemas"]["QueueView"][];
        };
        OtherView: {
            conversation: string;
            id: string;
            name: string;
        };
        /** @enum {string} */
        Outcome: "understood" | "closed" | "past" | "too-far" | "unknown";
        Party: {
            id: string;
            name: string;
        };
        PasswordChange: {
            current: string;
            next: string;
        };
        PatternFound: {
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
            value: string;
        };
        PatternTried: {
            pattern: string;
            text: string;
        };
        PatternTry: {
            found: components["schemas"]["PatternFound"][];
        };
        PeoplePage: {
            items: components["schemas"]["Colleague"][];
            live: string;
        };
        PersonChange: {
            active?: boolean | null;
            capacity?: {
                [key: string]: number;
            } | null;
            cover?: string | null;
            name?: string | null;
            password?: string | null;
            phone?: string | null;
            queues?: components["schemas"]["QueuesView"] | null;
            roles?: components["schemas"]["Role"][] | null;
            speaks?: string[] | null;
        };
        PersonLine: {
            /** Format: double */
            busy: number;
            elsewhere: boolean;
            full: boolean;
            id: string;
            load: components["schemas"]["Load"][];
            /** Format: date-time */
            since: string | null;
            /** Format: int64 */
            waiting: number;
        };
        PersonRef: {
            id: string;
            name: string;
        };
        PersonView: {
            email: string;
            id: string;
            /** @enum {string} */
            language: "en" | "nl";
            name: string;
            phone: string | null;
            roles: components["schemas"]["Role"][];
        };
        PersonWork: {
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            snoozed: number;
            to: string | null;
            toName: string | null;
            /** Format: int64 */
            unseen: number;
            /** Format: int64 */
            waiting: number;
        };
        Places: {
            teams: string[];
            were?: string[] | null;
        };
        Presence: {
            note: string | null;
            reason: components["schemas"]["Reason"] | null;
            /** Format: date-time */
            since: string | null;
            state: components["schemas"]["State"];
            /** Format: date-time */
            until: string | null;
        };
        /** @description A refusal (RFC 9457); some have more members. */
        Problem: {
            /** @description What happened and what to do: a sentence for a person. */
            detail: string;
            /** @description The field or parameter at fault. */
            field?: string;
            instance?: string;
            /** Format: int32 */
            status: number;
            title: string;
            /** @description What it is, for programs: a stable word. */
            type: string;
        };
        PromiseActions: {
            en: string[];
            nl: string[];
            version?: string | null;
        };
        PromiseCounts: {
            /** Format: int64 */
            active: number;
            /** Format: int64 */
            due: number;
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            mine: number;
            /** Format: int64 */
            waits: number;
        };
        Promised: {
            action: string;
            assignee: string | null;
            channel: components["schemas"]["ChannelKind"];
            conversation: string;
            customer: string;
            /** Format: date-time */
            dueAt: string;
            id: string;
            owner: string;
            ownerName: string;
            queue: string;
            sentence: string;
            /** @enum {string} */
            state: "open" | "due-soon" | "late";
            title: string;
            topic: string;
        };
        PromiseDraft: {
            action: string;
            channel: components["schemas"]["ChannelKind"];
            /** Format: date-time */
            dueAt: string;
            heard: string;
            topic?: string | null;
        };
        PromiseFiguresDay: {
            /** Format: date */
            day: string;
            sums: components["schemas"]["Sums"];
        };
        PromiseFiguresPart: {
            key: string;
            name: string | null;
            sums: components["schemas"]["Sums"];
        };
        PromiseMark: {
            /** Format: date-time */
            dueAt: string;
            id: string;
            /** @enum {string} */
            state: "open" | "due-soon" | "late";
        };
        PromiseNoticed: {
            at: components["schemas"]["DraftSpan"];
            /** Format: date-time */
            dueAt: string | null;
            words: string;
        };
        PromisePage: {
            items: components["schemas"]["PromiseView"][];
            next: string | null;
        };
        PromisePreview: {
            language: string;
            open: components["schemas"]["Span"][];
            sentence: string;
            ways: components["schemas"]["PromiseWay"][];
        };
        PromiseView: {
            account: string;
            action: string;
            channel: components["schemas"]["ChannelKind"];
            /** Format: date-time */
            closedAt: string | null;
            conversation: string;
            customer: components["schemas"]["CustomerRef"];
            /** Format: date-time */
            dueAt: string;
            entry: string;
            /** Format: int32 */
            escalated: number;
            heard: string;
            id: string;
            keptBy: string | null;
            /** Format: date-time */
            lateSince: string | null;
            /** Format: date-time */
            madeAt: string;
            moments: components["schemas"]["Moment"][];
            /** Format: date-time */
            noticedAt: string | null;
            owner: components["schemas"]["PersonRef"];
            reason: string | null;
            sentence: string;
            /** @enum {string} */
            state: "open" | "due-soon" | "late" | "kept" | "kept-late" | "released";
            statusUrl: string;
            told: components["schemas"]["Delivery"];
            topic: string;
            topicTitle: string;
            waitsFor: string | null;
        };
        PromiseViews: {
            items: components["schemas"]["PromiseView"][];
        };
        PromiseWay: {
            account: string;
            address: string | null;
            channel: components["schemas"]["ChannelKind"];
            open: boolean;
            /** Format: date-time */
            quietUntil: string | null;
            reason: string | null;
            /** Format: date-time */
            windowEndsAt: string | null;
            wished: boolean;
        };
        ProofView: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            how: "same-number" | "code" | "site" | "handover";
        };
        QrView: {
            path: string;
            /** Format: int32 */
            size: number;
        };
        QueueForm: {
            active?: boolean | null;
            automatic?: boolean | null;
            brand?: string | null;
            calendar?: string | null;
            id?: string | null;
            languages?: string[] | null;
            name: string;
            names?: {
                [key: string]: string;
            } | null;
            /** Format: int32 */
            position?: number | null;
            rules?: components["schemas"]["RuleForm"][] | null;
            targets?: components["schemas"]["ServiceTargets"] | null;
            /** Format: int64 */
            version?: number | null;
        };
        QueueLine: {
            answered: number[];
            /** Format: int32 */
            answeredLastHour: number;
            automatic: boolean;
            began: number[];
            /** Format: int32 */
            beganLastHour: number;
            id: string;
            /** Format: int64 */
            late: number;
            longest: components["schemas"]["Longest"] | null;
            name: string;
            names: {
                [key: string]: string;
            };
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            soon: number;
            /** Format: int32 */
            staffed: number;
            /** Format: int32 */
            target: number | null;
            /** Format: int64 */
            waiting: number;
        };
        QueuePage: {
            items: components["schemas"]["QueueView"][];
            others: components["schemas"]["Ref"][];
        };
        QueueRef: {
            id: string;
            name: string;
        };
        QueuesView: {
            every?: boolean | null;
            only?: {
                [key: string]: components["schemas"]["Role"];
            } | null;
        };
        QueueView: {
            active: boolean;
            automatic: boolean;
            brand: string | null;
            calendar: string | null;
            id: string;
            languages: string[];
            main: boolean;
            name: string;
            names: {
                [key: string]: string;
            };
            /** Format: int32 */
            position: number;
            rules: components["schemas"]["FeedRule"][] | null;
            targets: components["schemas"]["ServiceTargets"];
            /** Format: int64 */
            version: number;
        };
        ReadUpTo: {
            entry: string;
        };
        /** @enum {string} */
        Reason: "break" | "lunch" | "meeting" | "training" | "ill" | "holiday" | "other" | "idle";
        Ref: {
            id: string;
            name: string;
            names: {
                [key: string]: string;
            };
        };
        RelatedView: {
            conversation: string;
            topic: string;
        };
        Release: {
            clientId: string;
            reason: string;
        };
        Renegotiation: {
            clientId: string;
            /** Format: date-time */
            dueAt: string;
            reason: string;
            text?: string | null;
        };
        RepeatDay: {
            /** Format: date */
            day: string;
            figures: components["schemas"]["RepeatFigure"][];
        };
        RepeatDays: {
            days: components["schemas"]["RepeatDay"][];
        };
        RepeatFigure: {
            /** Format: int64 */
            asked: number;
            dimension: string;
            id: string;
            /** Format: int64 */
            repeated: number;
        };
        Replacement: {
            calendar: components["schemas"]["CalendarForm"];
            /** Format: int64 */
            version: number;
        };
        Replayed: {
            entry: string;
            /** @enum {string} */
            outcome: "stored" | "repeat";
        };
        ReplyOptionsView: {
            options: components["schemas"]["ReplyOptionView"][];
            /** Format: int32 */
            preferred: number | null;
        };
        ReplyOptionView: {
            account: string;
            accountName: string;
            available: boolean;
            capabilities: components["schemas"]["CapabilitiesView"];
            channel: components["schemas"]["ChannelKind"];
            everybody: components["schemas"]["Addressing"] | null;
            /** Format: date-time */
            quietUntil: string | null;
            reason: string | null;
            reasonText: string | null;
            to: components["schemas"]["AddressView"] | null;
            /** Format: date-time */
            windowEndsAt: string | null;
        };
        ResumeLink: {
            /** Format: date-time */
            expiresAt: string;
            /** Format: uri */
            url: string;
        };
        ResumeWanted: {
            step: string;
        };
        Risk: {
            assignee: string | null;
            assigneeName: string | null;
            channel: components["schemas"]["ChannelKind"] | null;
            conversation: string;
            customer: string;
            /** Format: date-time */
            dueAt: string;
            queue: string;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            state: "running" | "soon" | "late";
            title: string;
            topic: string;
        };
        /** @enum {string} */
        Role: "agent" | "supervisor" | "administrator";
        RouteFigures: {
            /** Format: int64 */
            arrived: number;
            /** Format: int64 */
            averageSeconds: number | null;
            /** Format: int64 */
            declined: number;
            /** Format: int64 */
            expired: number;
            from: components["schemas"]["ChannelKind"];
            /** Format: int64 */
            medianSeconds: number | null;
            /** Format: int64 */
            offered: number;
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            revoked: number;
            /** Format: double */
            success: number | null;
            to: components["schemas"]["ChannelKind"];
        };
        RouteForm: {
            en?: string | null;
            enabled: boolean;
            from: components["schemas"]["ChannelKind"];
            nl?: string | null;
            to: components["schemas"]["ChannelKind"];
            version?: string | null;
        };
        RouteForms: {
            items: components["schemas"]["RouteForm"][];
        };
        RouteView: {
            connected: boolean;
            en: string;
            enabled: boolean;
            from: components["schemas"]["ChannelKind"];
            how: string;
            needs: string[];
            nl: string;
            own: boolean;
            to: components["schemas"]["ChannelKind"];
            version: string;
        };
        RouteViews: {
            items: components["schemas"]["RouteView"][];
        };
        RuleForm: {
            accounts?: string[] | null;
            brands?: string[] | null;
            languages?: string[] | null;
            words?: string[] | null;
        };
        ServiceTargets: {
            /** Format: int32 */
            first?: number | null;
            /** Format: int32 */
            next?: number | null;
            /** Format: int32 */
            warn?: number | null;
        };
        SessionView: {
            person: components["schemas"]["PersonView"];
        };
        SetupRequest: {
            /** Format: email */
            email: string;
            language?: string | null;
            name: string;
            password: string;
            token: string;
        };
        Sharing: {
            identity: string;
            shared: boolean;
        };
        Side: {
            addresses: string[];
            customer: string;
            /** Format: int64 */
            entries: number;
            name: string;
            /** Format: int32 */
            topics: number;
        };
        SignInRequest: {
            email: string;
            password: string;
        };
        Snooze: {
            /** Format: date-time */
            until: string;
        };
        Span: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        Split: {
            apart: components["schemas"]["CustomerView"] | null;
            customer: components["schemas"]["CustomerView"];
            id: string | null;
            preview: components["schemas"]["SplitTopic"][] | null;
        };
        SplitTopic: {
            /** Format: int64 */
            goes: number;
            /** Format: int32 */
            promises: number;
            /** Format: int64 */
            stays: number;
            title: string;
            topic: string;
        };
        /** @enum {string} */
        State: "online" | "busy" | "away" | "offline";
        StepsToldOf: {
            steps: {
                [key: string]: unknown;
            }[];
            visitor: string;
        };
        Suggested: {
            items: components["schemas"]["Suggestion"][];
        };
        Suggestion: {
            customer: components["schemas"]["OtherView"];
            evidence: components["schemas"]["SuggestionEvidence"][];
            id: string;
            /** @enum {string} */
            strength: "strong" | "likely" | "possible";
        };
        SuggestionEvidence: {
            /** @enum {string} */
            kind: "proven-address" | "arrived" | "same-number" | "typed-address" | "same-order" | "name-and-postcode";
            source: string;
            value: string;
        };
        Sums: {
            /** Format: int64 */
            kept: number;
            /** Format: int64 */
            keptLate: number;
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            meanLatenessSeconds: number;
            /** Format: int64 */
            released: number;
            /** Format: int64 */
            renegotiated: number;
            /** Format: int64 */
            untold: number;
        };
        TargetRow: {
            /** Format: date-time */
            dueAt: string;
            /** @enum {string} */
            kind: "first" | "next";
            /** @enum {string} */
            state: "running" | "soon" | "late";
        };
        TeamChange: {
            members?: string[] | null;
            name?: string | null;
            /** Format: int64 */
            version: number;
        };
        TeamView: {
            id: string;
            members: string[];
            name: string;
            /** Format: int64 */
            version: number;
        };
        TeamViews: {
            items: components["schemas"]["TeamView"][];
        };
        /** @enum {string} */
        TokenScope: "all" | "steps";
        TokenView: {
            by: string | null;
            /** Format: date-time */
            createdAt: string;
            id: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            person: string;
            scope: components["schemas"]["TokenScope"];
            token: string | null;
        };
        TokenViews: {
            items: components["schemas"]["TokenView"][];
        };
        TopicRow: {
            assignee: string | null;
            assigneeName: string | null;
            /** @enum {string|null} */
            call: "ringing" | "talking" | "back" | "asked" | null;
            /** Format: date-time */
            createdAt: string;
            id: string;
            promise: components["schemas"]["PromiseMark"] | null;
            queue: string;
            /** Format: date-time */
            resolvedAt: string | null;
            /** Format: date-time */
            snoozedUntil: string | null;
            status: components["schemas"]["TopicStatus"];
            target: components["schemas"]["TargetRow"] | null;
            title: string;
            /** Format: date-time */
            waitingSince: string | null;
        };
        /** @enum {string} */
        TopicStatus: "open" | "snoozed" | "resolved";
        TopicView: {
            assignee: string | null;
            assigneeName: string | null;
            /** Format: date-time */
            at: string;
            /** @enum {string|null} */
            call: "ringing" | "talking" | "back" | "asked" | null;
            channel: components["schemas"]["ChannelKind"] | null;
            /** Format: date-time */
            createdAt: string;
            failed: boolean;
            id: string;
            preview: string;
            /** @enum {string} */
            previewBy: "customer" | "agent";
            promise: components["schemas"]["PromiseMark"] | null;
            queue: string;
            /** Format: date-time */
            resolvedAt: string | null;
            /** Format: date-time */
            snoozedUntil: string | null;
            status: components["schemas"]["TopicStatus"];
            target: components["schemas"]["TargetRow"] | null;
            title: string;
            unread: boolean;
            /** Format: date-time */
            waitingSince: string | null;
        };
        Transfer: {
            note?: string | null;
            queue: string;
        };
        Trial: {
            calendar: components["schemas"]["CalendarForm"];
            language: string;
            text: string;
        };
        TriggerText: {
            en: string;
            nl: string;
        };
        TriggerView: {
            active: boolean;
            basketOver: number | null;
            /** Format: int64 */
            dismissed: number;
            /** Format: int64 */
            everyDays: number;
            id: string;
            name: string;
            place: string | null;
            /** Format: int64 */
            seconds: number;
            /** Format: int64 */
            shown: number;
            /** Format: int64 */
            taken: number;
            text: components["schemas"]["TriggerText"];
            version: string;
        };
        TriggerViews: {
            items: components["schemas"]["TriggerView"][];
            /** Format: int32 */
            perDay: number;
            /** Format: int32 */
            perMonth: number;
            /** Format: int64 */
            restDays: number;
        };
        TriggerWanted: {
            active: boolean;
            basketOver?: number | null;
            /** Format: int32 */
            everyDays: number;
            name: string;
            place?: string | null;
            /** Format: int32 */
            seconds: number;
            text: components["schemas"]["TriggerText"];
            version?: string | null;
        };
        Twin: {
            /** Format: int64 */
            goes: number;
            /** Format: int64 */
            stays: number;
            title: string;
            topic: string;
        };
        Undone: {
            /** Format: date-time */
            at: string;
            by: string;
        };
        UndoPreview: {
            exact: boolean;
            goes: components["schemas"]["Side"];
            /** Format: int32 */
            promises: number;
            /** Format: int32 */
            since: number;
            stays: components["schemas"]["Side"];
            twins: components["schemas"]["Twin"][];
        };
        Uploaded: {
            id: string;
            name: string;
            /** Format: int64 */
            size: number;
            type: string;
            url: string;
        };
        VisitView: {
            basket: components["schemas"]["BasketView"] | null;
            flow: components["schemas"]["FlowView"] | null;
            /** Format: date-time */
            from: string;
            invited: string | null;
            ordered: boolean;
            /** Format: int32 */
            pages: number;
            /** Format: date-time */
            to: string;
            where: string;
        };
        VisitViews: {
            items: components["schemas"]["VisitView"][];
            live: string;
            noticed: string[];
        };
        Wanted: {
            /** Format: email */
            email: string;
            language: string;
            name: string;
        };
        Week: {
            friday: components["schemas"]["Hours"][];
            monday: components["schemas"]["Hours"][];
            saturday: components["schemas"]["Hours"][];
            sunday: components["schemas"]["Hours"][];
            thursday: components["schemas"]["Hours"][];
            tuesday: components["schemas"]["Hours"][];
            wednesday: components["schemas"]["Hours"][];
        };
        Wish: {
            note?: string | null;
            reason?: components["schemas"]["Reason"] | null;
            state: components["schemas"]["State"];
            /** Format: date-time */
            until?: string | null;
        };
        Wishes: {
            language?: string | null;
            phone?: string | null;
        };
        WorthAsking: {
            kind: string;
            name: components["schemas"]["FactName"];
            question: components["schemas"]["FactName"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
