/// What a browser adds where it runs scripts; every page works without.
enum PageScript {
  static let source = """
    'use strict';
    // The slider writes the position into its field as it is moved.
    const entry=document.getElementById('entry'),known=document.getElementById('known'),state=document.getElementById('entry-state');
    if(entry&&known){entry.addEventListener('input',()=>{known.value=entry.value===entry.max?'':entry.value;\
    if(state)state.textContent=entry.value+' / '+entry.max;});}
    if(entry&&known)known.addEventListener('input',()=>{const was=document.querySelector('#times [name=was]');if(was)entry.value=was.value;});
    // A form that is refused is read from why it is.
    const told=document.getElementById('refusals');
    if(told)told.focus();
    // A form is sent once.
    document.addEventListener('submit',event=>{const form=event.target;if(form.method!=='post')return;\
    if(form.dataset.sent){event.preventDefault();return;}form.dataset.sent='yes';\
    setTimeout(()=>{delete form.dataset.sent;},10000);});
    window.addEventListener('pageshow',event=>{if(event.persisted)location.reload();});
    // A verification that runs is followed without loading the page again.
    const check=document.getElementById('progress-part');
    async function follow(){const answer=await fetch(location.pathname+location.search,{credentials:'same-origin'});if(!answer.ok)return;\
    const page=new DOMParser().parseFromString(await answer.text(),'text/html');\
    const now=page.getElementById('progress-part'),here=document.getElementById('progress-part');if(!now||!here)return;\
    here.replaceWith(now);if(now.dataset.running)setTimeout(follow,700);}
    if(check&&check.dataset.running)setTimeout(follow,700);
    // What was changed in a form is not left without a word.
    let changed=false;
    document.querySelectorAll('form.fact,form.session').forEach(form=>{form.addEventListener('input',()=>{changed=true;});\
    form.addEventListener('submit',()=>{changed=false;});});
    window.addEventListener('beforeunload',event=>{if(changed)event.preventDefault();});
    """
}
