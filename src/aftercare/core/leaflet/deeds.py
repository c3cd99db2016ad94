"""What people do and use: names of activities, each with the words that a leaflet has for it.

A form is a phrase; its words match by their stem, so `bathe` finds `bathing`. ``=`` before a
form wants it exactly. The first letter of a row says how a leaflet means the activity where it
names it without a verb: ``-`` something to leave, ``+`` care to take, ``0`` neither.
"""

from __future__ import annotations

DEEDS = """
- sun: sun; sunlight; sunshine; sunbathe; sun bathe; sunbathing; sun exposure; suntan; sun tan; tan outdoors; tanning; =tan; uv; ultraviolet; uv light; uv rays; uv exposure; midday sun; beach; =rays
- tanning-bed: sunbed; sun bed; tanning bed; solarium; solaria; tanning booth; tanning lamp; sun lamp; sunlamp; tanning salon; indoor tanning; tanning machine
- self-tan: self tan; fake tan; self tanner; spray tan; tanning product; tanning lotion; sunless tan; bronzing lotion; tanning spray
+ sunscreen: sunscreen; sun screen; sunblock; sun block; spf; sun cream; suncream; sun lotion; sun protection factor; broad spectrum; sun protection cream; factor 50; factor 30; zinc oxide; mineral block; uv filter; sun filter; sun protective cream; factor
+ sun-protection: hat; sunglasses; in the shade; seek shade; into the shade; wide brimmed; protect from the sun; sun protection; protect from sun; protection from the sun; protection from sun; protect against the sun; protect against sun; protective clothing; cover up in the sun; parasol; umbrella; cap
- sauna: sauna; steam room; steam bath; steaming; =steam; hammam; turkish bath; steam
- hot-tub: hot tub; jacuzzi; spa bath; whirlpool; spa pool; =spa; =spas
- hot-water: hot water; hot shower; hot bath; hot showers; hot baths; very hot water; steamy shower; hot running water; long hot shower; hot soak
- heat: heat; =hot; hot environment; heat lamp; heat treatment; hair dryer; hairdryer; hot room; hot places; hot weather; overheat; heat source; heat pad; hot oven; fireplace; hot compress; heat pack; extreme temperature; warmth on
- ice: ice directly; ice pack directly; ice cube; great cold; extreme cold; cold extremes; freezing; icing; ice straight; intense cold; ice on
+ cold-compress: cold compress; cool compress; cool compresses; cold compresses; cold pack; ice pack; cool pack; cold flannel; gel pack; ice; cool gel pack; damp cloth; cool cloth; cooled pack; frozen peas; cool flannel; cool damp cloth; cold cloth; chilled
+ lukewarm-water: lukewarm water; luke warm water; tepid water; =lukewarm; luke warm; =tepid
0 washing: wash; shower; bath; bathe; wet; get it wet; getting wet; unwashed; rain; soak; dry for; stay dry; keep dry; shampoo; hair wash; rinse
0 cleansing: cleanse; cleanser; clean; cleaning; face wash; micellar; cleansing; face wipe
0 drying: dry it; pat dry; tea towel; pat it dry; dab dry; drying; air dry; blot; towel; pat; =dry; dry softly
- soap: soap; soapy; foaming cleanser; detergent; bar soap; shower gel; body wash; foaming wash
- makeup: makeup; make up; cosmetic; foundation; concealer; mascara; eyeliner; lipstick; eye shadow; eyeshadow; powder; blusher; bb cream; lip gloss; brow pencil; tinted; camouflage; face paint; eye pencil; mineral powder
- makeup-brush: makeup brush; make up brush; brush; sponge; applicator; beauty blender
- products: facial product; facial products; facial cream; facial creams; products; product; =creams; lotion; skincare products; skin care products; =skincare; cosmetics not; skin products; perfumed cream; toner; oil based; oil; =oils; petroleum; vaseline; topical; anything else; =else; other product; other creams; ointments not; talc; talcum powder
- active-skincare: active; actives; active ingredient; active skincare; active product; anti ageing; anti aging; harsh product; strong product; harsh; anything harsh; strong skincare; harsh skincare; bleaching cream; hydroquinone; lightening; irritating; irritant; strong cream; anything strong
+ routine: routine; usual skincare; normal skincare; skincare routine; usual products; skin care regime; usual skin care; regular skincare; regimen; normal skin care; usual regime; usual creams
- retinoid: retinol; retinoid; tretinoin; retin a; vitamin a; renova; adapalene; differin; retinal; isotretinoin cream; tazarotene; retinoic; retinaldehyde; retina
- isotretinoin: isotretinoin; roaccutane; accutane
- acids: acid; aha; bha; ahas; bhas; alpha hydroxy; beta hydroxy; glycolic; salicylic; lactic; azelaic; kojic; fruit acid; mandelic; hydroxy; pha; acid toner
+ hyaluronic: hyaluronic acid; hyaluronic; hyaluronic serum
- vitamin-c: vitamin c; vitamin cs; ascorbic
- benzoyl-peroxide: acne product; acne cream; acne treatment; acne medication; benzoyl peroxide; benzoyl; peroxide
- exfoliation: exfoliate; exfoliant; exfoliator; exfoliating; exfoliation; loofah; microdermabrasion; dermaplaning; abrasive; gommage; clarisonic; cleansing brush; facial brush; grainy; granular; mitt; dermaplane; gritty
- scrubbing: scrub; scrubbing; face scrub; body scrub; flannel; washcloth; face cloth; facecloth
- alcohol: alcohol; alcoholic; wine; beer; spirits; drinking alcohol; drink alcohol; booze; alcoholic drink; prosecco; cocktail
- alcohol-products: alcohol based; alcohol in; alcohol wipes; acetone; astringent; toners; containing alcohol; alcohol free; alcohol toner; with alcohol; rubbing alcohol; aftershave; witch hazel; surgical spirit
- fragrance: fragrance; perfume; perfumed; scented; scent; fragranced; cologne; essential oil; bubble bath
- hair-removal: wax; waxing; thread; threading; depilatory; hair removal; electrolysis; epilate; epilation; epilator; pluck; tweeze; tweezing; sugaring; depilate; hair removal cream; hair remover; tweezer; plucking; bleach; bleaching; tint; tinting; lamination
- shaving: shave; shaving; razor
- facial-treatments: facial; bb glow; carbon peel; facials; facial treatment; beauty treatment; resurfacing; other treatment; skin treatment; cosmetic treatment; salon treatment; spa treatment; cosmetic procedure; microneedling; dermaroller; needling; radiofrequency; hydrafacial; other facial; mask; face mask; cryotherapy; further treatment; ultrasound; dermabrasion
- laser: laser; ipl; light treatment; pulsed light; photofacial; photorejuvenation; laser hair removal; bbl
- peel: =peels; chemical peel; skin peel; =peel treatment; =a peel; another peel; chemical exfoliation; face peel; =or peel
- injectables: botox; injectable; filler; injection; anti wrinkle injection; dermal filler; botulinum; toxin; dysport; injecting; skin booster; profhilo; injected
- tattooing: tattoo; tattooing; semi permanent; microblading; permanent makeup; piercing
- supplements: supplement; fish oil; vitamin e; omega; omega 3; ginkgo; garlic; ginseng; st john's wort; evening primrose; herbal; ginger; turmeric; cod liver oil; herbal remedy; green tea
- blood-thinner: blood thinner; aspirin; warfarin; anticoagulant; clopidogrel; heparin; blood thinning; antiplatelet; thin the blood; thinning the blood; rivaroxaban; apixaban; thins the blood; thin your blood
- nsaid: ibuprofen; nsaid; anti inflammatory; anti inflammatories; nurofen; naproxen; advil; aleve; diclofenac; motrin; antiinflammatory; voltarol
+ pain-relief: paracetamol; tylenol; acetaminophen; painkiller; pain relief; pain killer; analgesic; analgesia; pain reliever; co codamol; codeine
+ antihistamine: antihistamine; anti histamine; piriton; cetirizine; loratadine; claritin; benadryl; clarityn; zyrtec
0 medication: medication; medicine; tablet; drug; prescription; prescribed
+ antibiotic: antibiotic; antibiotics; doxycycline; antibiotic cream; fucidin; bactroban
+ antiviral: antiviral; aciclovir; acyclovir; valtrex; zovirax; valaciclovir; valacyclovir; anti viral
+ steroid-cream: hydrocortisone; steroid cream; cortisone
- exercise: exercise; gym; workout; work out; working out; sport; strenuous; run; running; jog; cardio; train; physical activity; yoga; pilates; spin class; spinning; physical exertion; exertion; heavy lifting; lift heavy; lift weights; lift anything; lift things; lift objects; weightlift; weights; cycling; aerobic; fitness; exert; =lifting; contact sport; pe and games; school sport; vigorous activity; heavy work; strain; football; swimming lesson; physical work; dancing; hike; bike
- sweating: sweat; sweating; sweaty; perspire; perspiration
- swimming: swim; swimming; pool; swimming pool; sea; lake; chlorine; chlorinated; ocean; pond; open water; out of the water; in the water; into the water; seawater; sea water; river; submerge; immerse; swimming bath; dive
- touching: touch; touching; hands off; handle; finger; fiddle; untouched; poke; prod; press; leaning on; play with; fingertip; hands; hands to yourself; hands to themselves
- picking: pick; picking; pull; peel off; pull off; picked; peel away; pull at; pulling; squeeze; tear; help it off; popping; pop; burst; prise; lift off; fall off by themselves; fall off on their own; come away by themselves; drop off by themselves
- scratching: scratch; scratching; scratched; claw
- rubbing: rub; rubbing; friction; rubbed; chafe; rubs
- massage: massage; massaging; gua sha; knead; manipulate; facial roller; jade roller
- pressure: pressure; press on; goggles; helmet; face covering; face coverings; tight hat; headband; tight headwear; headgear; snorkel
- tight-clothing: tight clothing; tight clothes; tight trousers; tight jeans; bra; tight fitting; tight garment; leggings; tights; loose clothing; loose clothes; loose fitting; cotton clothing; underwear; tight underwear; skinny jeans; loose cotton
- lying-down: lie down; lying down; lie flat; lying flat; lie
- bending: bend over; bending; lean forward; head down; bend; stoop
0 upright: upright; head above; sit up
- deodorant: deodorant; antiperspirant
0 jewellery: jewellery; earring; jewelry; stud; piercing post; hoop; ring in
0 sleeping: sleep; sleep on; pillow; sleeping; face down; sleep on your back; bed; bedding; pillowcase; pillow case; sheets; nap
- flying: fly; flying; flight; air travel; =plane; =planes; travel abroad; holiday; flights; travel; long haul
- facial-movement: facial expression; move your face; facial movement; movement; frown; expression; chew; chewing; laugh; talking; yawning; smile; pout; pucker; exaggerated
- lip-pressure: straw; kiss; kissing; oral sex; lipbalm shared; straws
- smoking: smoke; smoking; cigarette; vape; vaping; nicotine; tobacco; smoker
- dental: dentist; dental; dental treatment; dental work; dentistry; hygienist
- vaccination: vaccine; vaccination; jab
- spicy-food: spicy; spicy food; hot food; spices; chilli; curry; spiced
- salt: salty food; salty; salt
- hot-drinks: hot drink; coffee; tea; hot beverage; caffeine; hot or cold drink; hot soup
- cold-drinks: cold drink; =cold drinks
0 eating: eat; eating; food; meal; diet; =bite; =biting; healthy diet; fruit; pineapple; protein
+ hydration: drink water; drink plenty; water intake; hydrated; plenty of water; fluids; litres; drink lots; glass of water; glasses a day; eight glasses; glasses of water; hydrate; plenty of fluid; drink fluids
+ moisturiser: moisturiser; moisturizer; moisturise; moisturize; moisturising; moisturizing; face cream; emollient; lubricated; hydrating care; hydrating cream; recovery cream; night cream; bland cream; plain cream; e45; cetaphil; soothing cream; rich cream; barrier cream; hydrating; moist; unperfumed cream; simple cream; light cream; calming cream
+ ointment: ointment; aquaphor; bepanthen; balm; healing balm; aftercare cream; =the cream; the cream we give; the cream you were given; aftercare balm; a and d; vaseline thin; coconut oil; petroleum jelly; savlon; germolene; antiseptic cream; healing ointment; cream; after ink; the supplied cream; healing cream; thin layer
+ gel: gel; aloe; aloe vera; cooling gel; soothing gel; arnica; calming gel
+ serum: serum; soothing product; growth factor; ampoule; essence
+ lip-balm: lip balm; lip salve; chapstick; lipsalve
+ dressing: band aid; band aids; bandaid; bandaids; dressing; bandage; plaster; film; wrap; second skin; cling film; gauze; clingfilm; covering; cover; bandaid; compression; compression garment; stocking; compression stocking; adhesive; patch; garment; tape; steri strip
+ saline: saline; salt water; salt solution; antiseptic; chlorhexidine; hypochlorous; clinisept; antimicrobial; disinfect; antibacterial; boiled water; cooled boiled water; antibacterial wash
+ hand-hygiene: wash your hands; clean hands; washed hands; wash hands; hand wash; sanitise; sanitize; hand hygiene; hands washed; hands clean; washing your hands; hands should be; hand gel; sanitiser; hands are clean; sanitised
+ elevation: elevate; elevated; extra pillow; raise; head raised; two pillows; propped; prop; head up; upright pillow; raised; head elevated; second pillow
+ rest: rest; take it easy; relax; resting; put your feet up; easy day
0 walking: walk; walking; stroll; legs moving; walks
0 contact-lenses: contact lens; contact lenses; lenses; glasses
- lash-extensions: lash extension; eyelash extension; eyelash; lash curler; false lashes; lash; lash lift; lash serum; eyelash curler; lashes
- hair-dye: hair extension; braids; ponytail; tight hairstyle; hair dye; hair colour; dye; colour your hair; hair colouring; dyeing; dyed; hair treatment; hairspray; hair spray; hair product; hair products; perming; relaxer
- blood-donation: give blood; donate blood; donating blood; giving blood; blood donation
- nails: nail; manicure; pedicure
- gardening: garden; gardening; soil; farm
- housework: cleaning the house; housework
- dirt: dirty work; dust; dusty; dirt; dirty environment; dirty place
- pets: pets; pet; animals; animal hair
- driving: drive; driving; machinery
- sex: sex; intercourse; sexual
- squatting: squat; crossing legs; cross your legs; standing long; standing still; long sitting; stand for long
- towels: face towel; shared towel; share towels; dirty towel; flannels; sharing towels
0 patch-test: patch test; test patch
0 repeat-session: session; sessions; course of; treatments are; next treatment; top up treatment; touch up; top up appointment; follow up; maintenance; book your next; repeat treatment; retouch; further sessions; next appointment; review appointment; next session; course; booster; repeat; appointment
0 results: result; results; improvement; outcome; effect; full effect; collagen; final result; benefit; texture; pigment evens; skin looks; improve; full result; final colour; final shape; true colour; difference; brighter; smoother; glow; plump; firmer; even tone; clearer; visible; healed result; colour returns; colour settles
0 downtime: downtime; down time; normal activities; back to work; time off work; return to work; normal activity; daily life; go back to work; as normal; social; recovery time
0 disclose: tell us if you take; medical history; any medication; disclose; allergies; medical condition; pregnant or breastfeeding; change in your health; changes in your health
0 consent: consent; agree; questions answered; read and understood; =signed; signature; read and understand; authorise
0 contraindication: contraindication; contraindicated; cannot treat; not suitable; unsuitable; cannot be treated; not a candidate
0 pregnancy: pregnant; pregnancy; breastfeed; breast feed; breastfeeding; nursing; conceive
0 photographs: photograph; photo; before and after pictures; picture
. treatment: treatment; procedure; treated again
0 contact-clinic: contact us; call us; our office; the clinic; ring us; phone us; let us know; your practitioner; our team; your therapist; email us; text us; message us; contact me; call me; your clinician; your nurse; inform us; contact your; contact the; =clinic; practitioner; therapist; your artist; aesthetician; technician; artist; beautician; salon; studio; get in touch; clinician; specialist; contact our; let me know; ask us; speak to us; tell us; your injector; injector; your specialist; office; our nurse; come back to us; call; ring; contact
0 contact-doctor: doctor; gp; medical advice; medical attention; medical help; physician; dermatologist; medical assistance; health professional; pharmacist; medical care; healthcare professional; prescriber; surgery
0 emergency-services: 999; 911; 111; 112; ambulance; accident and emergency; a e; emergency; hospital; casualty; emergency room; emergency services; emergency department; urgent care; walk in centre
"""
